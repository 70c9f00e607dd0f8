import { X } from "lucide-preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useHoldWhile } from "../sidebar/use-holding";
import { useLayer } from "../sidebar/use-layer";
import type { Need } from "../state/gap-reports";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { MOST_GAP_WORDS } from "./gap-words";
import { useGapForm } from "./use-gap-form";

type GapFormProps = { need: Need /** The agent closed it without sending. */; onClosed(): void };

/** The words that name what is missing: each can be taken out, others put in, and none leaves before it is sent. */
export function GapForm({ need, onClosed }: GapFormProps) {
  const { text } = useUi();
  const { gaps } = usePanelModel();
  const form = useGapForm(need);
  const [titleId, problemId] = [useId(), useId()];
  const place = useRef<HTMLFormElement>(null);
  const close = () => {
    gaps.close(need);
    onClosed();
  };
  useHoldWhile(true);
  useLayer(true, close);
  useEffect(() => {
    // Enter sends what is proposed; without a proposal the agent writes.
    place.current?.querySelector<HTMLElement>(form.words?.length ? "[type=submit]" : "input")?.focus();
    place.current?.scrollIntoView?.({ block: "nearest" });
  }, [form.words === null]);
  const remove = (word: string) => {
    form.remove(word);
    place.current?.querySelector("input")?.focus();
  };
  return (
    <form
      ref={place}
      class="gap-form"
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <h2 class="gap-title" id={titleId}>
        {text.gap.title}
      </h2>
      <WordChips words={form.words ?? []} remove={remove} />
      <div class="gap-add">
        <input
          type="text"
          class="field field-small"
          aria-label={text.gap.add}
          placeholder={text.gap.add}
          aria-invalid={form.problem !== null}
          aria-describedby={form.problem ? problemId : undefined}
          maxLength={60}
          value={form.typed}
          onInput={(event) => form.type(event.currentTarget.value)}
        />
        <button type="button" class="button button-small" disabled={form.typed.trim() === ""} onClick={form.add}>
          {text.gap.addShort}
        </button>
      </div>
      {form.problem && (
        <p class="gap-problem" id={problemId} role="alert">
          {text.gap.problems[form.problem](MOST_GAP_WORDS)}
        </p>
      )}
      <p class="gap-only">{text.gap.only[need.kind]}</p>
      <div class="gap-buttons">
        <button type="submit" class="button button-small button-primary" data-action="send-gap">
          {text.gap.send}
        </button>
        <button type="button" class="button button-small button-quiet" onClick={close}>
          {text.gap.cancel}
        </button>
      </div>
    </form>
  );
}

function WordChips({ words, remove }: { words: readonly string[]; remove(word: string): void }) {
  const { text } = useUi();
  if (words.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
    <ul class="chips" role="list" aria-label={text.gap.words}>
      {words.map((word) => (
        <li key={word}>
          <button
            type="button"
            class="chip gap-word"
            aria-label={text.gap.remove(word)}
            title={text.gap.remove(word)}
            onClick={() => remove(word)}
          >
            <span class="chip-word">{word}</span>
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
