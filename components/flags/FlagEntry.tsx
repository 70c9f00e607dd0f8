import { CircleCheck, CircleX, Clock, Eye, type LucideIcon, Send, TriangleAlert, Wrench } from "lucide-preact";
import { useRef } from "preact/hooks";
import type { FlagState } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { FlagQuote } from "./FlagPassage";
import { flagStateWording } from "./flag-wording";
import { UndoButton } from "./UndoButton";

type FlagEntryProps = {
  flag: FlagState;
  /** The agent has not seen what became of it. */
  isNew: boolean;
};

/** One of the agent's flags: the article, where the flag stands, and what was said. */
export function FlagEntry({ flag, isNew }: FlagEntryProps) {
  const { text, formats, nowMs } = useUi();
  const { open } = usePanelModel();
  const title = useRef<HTMLButtonElement>(null);
  const { Icon, tone } = signOf(flag);
  const answeredAt = flag.outcome?.answeredAt ?? null;
  const facts = [text.myFlags.flaggedAt(formats.moment(flag.flaggedAtMs, nowMs()))];
  if (answeredAt !== null) facts.push(text.myFlags.answeredAt(formats.date(Date.parse(answeredAt))));
  return (
    <li class="card own-flag" data-card={flag.id}>
      <div class="card-head">
        <h2 class="card-title">
          <button
            ref={title}
            type="button"
            class="card-open"
            data-action="open"
            onClick={() => open({ articleId: flag.articleId, cardId: flag.id, terms: [] })}
          >
            {flag.articleTitle}
          </button>
        </h2>
        <div class="card-actions">
          {isNew && <span class="badge badge-new">{text.myFlags.isNew}</span>}
          <UndoButton flag={flag} onGone={() => title.current?.focus()} />
        </div>
      </div>
      <p class={`own-flag-state tone-${tone}`}>
        <Icon size={14} aria-hidden="true" />
        <span>{flagStateWording(flag, text, formats, nowMs())}</span>
      </p>
      {flag.outcome?.answer && (
        <p class="own-flag-answer">
          <strong>{text.flag.answer}</strong> {flag.outcome.answer}
        </p>
      )}
      {flag.passage !== null && <FlagQuote passage={flag.passage} />}
      {flag.comment !== null && <p class="own-flag-word">{flag.comment}</p>}
      <p class="card-facts">
        {flag.reason && <span class="badge">{text.flag.reasons[flag.reason]}</span>}
        <span>{facts.join(" · ")}</span>
      </p>
    </li>
  );
}

function signOf({ state, outcome, lookBy }: FlagState): { Icon: LucideIcon; tone: "good" | "care" | "plain" } {
  if (state === "refused") return { Icon: TriangleAlert, tone: "care" };
  switch (outcome?.status) {
    case "fixed":
      return { Icon: CircleCheck, tone: "good" };
    case "declined":
      return { Icon: CircleX, tone: "plain" };
    case "accepted":
      return { Icon: Wrench, tone: "plain" };
    default:
      return { Icon: state === "queued" ? Clock : lookBy === null ? Send : Eye, tone: "plain" };
  }
}
