import { TriangleAlert } from "lucide-preact";
import { useRef } from "preact/hooks";
import type { ArticleCard, FlagState } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import type { Text } from "../text/text";
import { useUi } from "../ui";
import { FlagExplanation } from "./FlagExplanation";
import { UndoButton } from "./UndoButton";

/** What became of the agent's flag on an article: taken back in time, explained if wanted, and where it stands. */
export function FlagStrip({ card }: { card: ArticleCard }) {
  const { text } = useUi();
  const { flags } = usePanelModel();
  const strip = useRef<HTMLDivElement>(null);
  const flag = flags.of(card);
  const problem = flags.problemOf(card.id);
  if (!flag && !problem) return null;
  return (
    <div class="flag-strip" ref={strip} tabIndex={-1}>
      {flag && <FlagLine flag={flag} onUndoGone={() => strip.current?.focus()} />}
      {problem && (
        <p class="flag-problem" role="alert">
          <TriangleAlert size={13} aria-hidden="true" />
          {text.flag[problem]}
        </p>
      )}
      {flag && flags.isExpanded(card.id) && <FlagExplanation flag={flag} />}
    </div>
  );
}

type FlagLineProps = { flag: FlagState; onUndoGone(): void };

function FlagLine({ flag, onUndoGone }: FlagLineProps) {
  const { text } = useUi();
  const { flags } = usePanelModel();
  const isExpanded = flags.isExpanded(flag.articleId);
  return (
    <div class="flag-line">
      <p class="flag-summary">
        <strong>{text.flag.flagged}</strong>
        {flag.reason && <span>{text.flag.reasons[flag.reason]}</span>}
        <span class="flag-state">{stateWording(flag, text)}</span>
      </p>
      <UndoButton flag={flag} onGone={onUndoGone} />
      {!isExpanded && flag.state !== "refused" && (
        <button type="button" class="text-button" onClick={() => flags.setExpanded(flag.articleId, true)}>
          {text.flag.edit}
        </button>
      )}
    </div>
  );
}

function stateWording(flag: FlagState, text: Text): string {
  if (flag.state !== "refused") return text.flag.states[flag.state];
  return flag.detail ? text.flag.refused(flag.detail) : text.flag.refusedPlain;
}
