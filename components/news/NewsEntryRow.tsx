import { BadgeCheck, Check, ChevronDown } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { Marks } from "../sidebar/Marks";
import type { ShownNews } from "../state/news";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { ShownChanges } from "./ShownChanges";

/** One article that is news: what happened to it and when, and on demand what it says now instead. */
export function NewsEntryRow({ entry }: { entry: ShownNews }) {
  const { text, formats, nowMs } = useUi();
  const { open, news } = usePanelModel();
  const [isOpen, setOpen] = useState(false);
  const changesId = useId();
  const { card, change, isRead } = entry;
  const openArticle = () => open({ articleId: card.id, cardId: card.id, terms: [] });
  return (
    <li class={`news-entry ${isRead ? "news-read" : ""}`} data-row={card.id}>
      <h3 class="card-title">
        <button type="button" class="news-open" data-action="open" lang={card.language} onClick={openArticle}>
          {card.title}
        </button>
      </h3>
      <p class="card-facts">
        <span class={`badge ${change === "new" ? "badge-new" : ""}`}>{text.news.changes[change]}</span>
        <span class="fact">{formats.moment(entry.arrivedAtMs, nowMs())}</span>
        <Marks card={card} ticketLanguage={null} />
        <VerifiedBy entry={entry} />
        {isRead && (
          <span class="fact">
            <Check size={13} aria-hidden="true" />
            {text.news.read}
          </span>
        )}
      </p>
      {change === "changed" && (
        <button
          type="button"
          class="text-button news-compare"
          data-action="compare"
          aria-expanded={isOpen}
          aria-controls={isOpen ? changesId : undefined}
          onClick={() => {
            if (!isOpen) void news.compare(card.id);
            setOpen(!isOpen);
          }}
        >
          <ChevronDown class="why-arrow" size={13} aria-hidden="true" />
          {text.news.whatChanged}
        </button>
      )}
      {isOpen && (
        <div id={changesId} class="changes" lang={card.language}>
          <ShownChanges articleId={card.id} />
        </div>
      )}
    </li>
  );
}

/** Said only when somebody looked at it since it changed. */
function VerifiedBy({ entry: { card } }: { entry: ShownNews }) {
  const { text, formats, nowMs } = useUi();
  const { verifiedAt, verifiedBy, updatedAt } = card;
  if (verifiedAt === null || Date.parse(verifiedAt) < Date.parse(updatedAt)) return null;
  const ago = formats.ago(Date.parse(verifiedAt), nowMs());
  return (
    <span class="fact fact-verified">
      <BadgeCheck size={13} aria-hidden="true" />
      {verifiedBy === null ? text.trust.verified(ago) : text.trust.verifiedBy(ago, verifiedBy)}
    </span>
  );
}
