import { Quote, TextSelect, X } from "lucide-preact";
import { useRef } from "preact/hooks";
import type { FlagState } from "../../lib/worker/protocol";
import { useSelectedText } from "../insert/use-selected-text";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { articleBodyAround, passageOf } from "./passage";

/** The stretch of the article that a flag is about, quoted. */
export function FlagQuote({ passage, onRemove }: { passage: string; onRemove?: () => void }) {
  const { text } = useUi();
  return (
    <div class="flag-quote">
      <Quote size={12} aria-hidden="true" />
      <blockquote>
        <span class="visually-hidden">{text.flag.passage} </span>
        {passage}
      </blockquote>
      {onRemove && (
        <button
          type="button"
          class="icon-button"
          aria-label={text.flag.removePassage}
          title={text.flag.removePassage}
          onClick={onRemove}
        >
          <X size={13} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

/** In an open article: adds what is selected in its text to the flag that stands already. */
export function AttachPassage({ flag, onAttached }: { flag: FlagState; onAttached(): void }) {
  const { text, announce } = useUi();
  const { flags } = usePanelModel();
  const line = useRef<HTMLParagraphElement>(null);
  const body = useRef({
    get current() {
      return articleBodyAround(line.current);
    },
  });
  const passage = passageOf(useSelectedText(body.current));

  async function attach(): Promise<void> {
    if (passage === null) return;
    const isSaved = await flags.explain(flag, { passage });
    announce(isSaved ? text.flag.passageAttached : text.flag.notSaved);
    if (isSaved) onAttached();
  }

  return (
    <p class="flag-attach" ref={line}>
      {passage === null ? (
        <span class="flag-hint">{text.flag.attachHint}</span>
      ) : (
        <button type="button" class="button button-small" onClick={() => void attach()}>
          <TextSelect size={13} aria-hidden="true" />
          {text.flag.attachPassage}
        </button>
      )}
    </p>
  );
}
