import { TriangleAlert, X } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import type { ArticleCard, FlagState } from "../../lib/worker/protocol";
import { bringIntoSight } from "../insert/bring-into-sight";
import { FlagExplanation } from "../sidebar/lazy-views";
import { isClosed } from "../state/own-flags";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { FlagQuote } from "./FlagPassage";
import { flagStateWording } from "./flag-wording";
import { UndoButton } from "./UndoButton";

type FlagStripProps = {
  card: ArticleCard;
  /** The article's text is on screen, so that a passage of it can be pointed at. */
  isInArticle?: boolean;
};

/** What became of the agent's flag on an article: taken back in time, explained if wanted, and where it stands. */
export function FlagStrip({ card, isInArticle = false }: FlagStripProps) {
  const { text } = useUi();
  const { flags } = usePanelModel();
  const strip = useRef<HTMLDivElement>(null);
  const flag = flags.of(card);
  const problem = flags.problemOf(card.id);
  const isExpanded = flag !== null && flags.isExpanded(card.id) && !isClosed(flag);
  const wasExpanded = useRef(isExpanded);
  useEffect(() => {
    // Opened by the agent's own press: the seconds to undo must not pass out of sight.
    if (isExpanded && !wasExpanded.current) bringIntoSight(strip.current);
    wasExpanded.current = isExpanded;
  }, [isExpanded]);
  if (!flag && !problem) return null;
  return (
    <div class={`flag-strip ${flag?.outcome?.status === "fixed" ? "flag-strip-good" : ""}`} ref={strip} tabIndex={-1}>
      {flag && <FlagLine flag={flag} isExpanded={isExpanded} focusStrip={() => strip.current?.focus()} />}
      {flag?.outcome?.answer && isClosed(flag) && <p class="flag-answer">{flag.outcome.answer}</p>}
      {flag?.passage && !isExpanded && <FlagQuote passage={flag.passage} />}
      {problem && (
        <p class="flag-problem" role="alert">
          <TriangleAlert size={13} aria-hidden="true" />
          {text.flag[problem]}
        </p>
      )}
      {flag && isExpanded && (
        <FlagExplanation flag={flag} isInArticle={isInArticle} focusStrip={() => strip.current?.focus()} />
      )}
    </div>
  );
}

type FlagLineProps = { flag: FlagState; isExpanded: boolean; focusStrip(): void };

function FlagLine({ flag, isExpanded, focusStrip }: FlagLineProps) {
  const { text, formats, nowMs } = useUi();
  const { flags } = usePanelModel();
  const canExplain = !isExpanded && flag.state !== "refused" && !isClosed(flag);
  return (
    <div class="flag-line">
      <p class="flag-summary">
        <strong>{text.flag.flagged}</strong>
        {flag.reason && <span>{text.flag.reasons[flag.reason]}</span>}
        <span class="flag-state">{flagStateWording(flag, text, formats, nowMs())}</span>
      </p>
      <UndoButton flag={flag} onGone={focusStrip} />
      {canExplain && (
        <button type="button" class="text-button" onClick={() => flags.setExpanded(flag.articleId, true)}>
          {text.flag.edit}
        </button>
      )}
      {isClosed(flag) && <PutAway flag={flag} />}
    </div>
  );
}

/** The agent has read what became of the flag; the article can be flagged anew. */
function PutAway({ flag }: { flag: FlagState }) {
  const { text } = useUi();
  const { flags } = usePanelModel();
  const button = useRef<HTMLButtonElement>(null);
  function putAway(): void {
    button.current?.closest("[data-card], [data-article]")?.querySelector<HTMLElement>("[data-action=flag]")?.focus();
    flags.markSeen([flag]);
  }
  return (
    <button
      ref={button}
      type="button"
      class="icon-button"
      aria-label={text.flag.putAway}
      title={text.flag.putAway}
      onClick={putAway}
    >
      <X size={14} aria-hidden="true" />
    </button>
  );
}
