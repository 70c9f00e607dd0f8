import { CircleQuestionMark, CloudDownload, FileQuestionMark, Inbox, Search } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { SuggestAnswer } from "../../lib/worker/protocol";
import { DraftButton } from "../capture/DraftButton";
import { GapOffer } from "../gap/GapOffer";
import { ticketNeed } from "../state/gap-reports";
import { MAX_SUGGESTIONS } from "../state/held-answer";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { CardList } from "./CardList";
import { DroppedTerms } from "./DroppedTerms";
import { StateMessage } from "./StateMessage";
import { useKeptFocus } from "./use-kept-focus";

type SuggestionAnswerProps = { ticketKey: string; answer: SuggestAnswer };

/** The library's answer for the ticket in front. */
export function SuggestionAnswer({ ticketKey, answer }: SuggestionAnswerProps) {
  const { text } = useUi();
  const list = useKeptFocus();
  const sync = usePanelModel().sync.state.value;
  const shown = answer.suggestions.slice(0, MAX_SUGGESTIONS);
  const ids = shown.map((suggestion) => suggestion.card.id).join(" ");
  const { certainty } = answer;
  // What has come of the library so far says nothing of what it lacks.
  const isFilling = sync !== null && sync.firstSync !== null && sync.problem === null;
  const status = isFilling && answer.status === "nothingFits" ? "libraryEmpty" : answer.status;
  useAnnouncement({ ticketKey, status, certainty, ids });
  if (status === "libraryEmpty") return <LibraryEmpty />;
  return (
    <section ref={list} data-suggested aria-label={text.card.list}>
      <DroppedTerms />
      {certainty === "maybe" && shown.length > 0 && <Maybe count={shown.length} />}
      {shown.length > 0 ? (
        <CardList
          label={certainty === "maybe" ? text.ticket.maybe(shown.length) : text.card.list}
          suggestions={shown}
          ticketLanguage={answer.language}
          hasTerms
        />
      ) : (
        <NothingFits ticketKey={ticketKey} />
      )}
      {certainty === "maybe" && shown.length > 0 && (
        <TicketGap ticketKey={ticketKey} look="line" count={shown.length} />
      )}
    </section>
  );
}

/** Stands over cards of which none may be the right one. */
function Maybe({ count }: { count: number }) {
  const { text } = useUi();
  return (
    <p class="list-heading list-maybe">
      <CircleQuestionMark size={13} aria-hidden="true" />
      {text.ticket.maybe(count)}
    </p>
  );
}

/** What is said of an answer; `ids` are those of the articles shown, parted by spaces. */
type Announced = Pick<SuggestAnswer, "status" | "certainty"> & { ticketKey: string; ids: string };

/** Says once what there is for a ticket, and again only when other articles come. */
function useAnnouncement({ ticketKey, status, certainty, ids }: Announced): void {
  const { text, announce } = useUi();
  const { ticket, said } = usePanelModel();
  useEffect(() => {
    if (!said.isNew("suggestions", [ticketKey, status, certainty, ids].join(" "))) return;
    const ticketId = ticket.peek()?.id ?? "";
    const count = ids === "" ? 0 : ids.split(" ").length;
    const announced = certainty === "maybe" ? text.ticket.announcedMaybe : text.ticket.announced;
    if (status === "found") announce(announced(text.ticket.suggestions(count), ticketId));
    if (status === "nothingFits") announce(text.ticket.nothingFits);
  }, [ticketKey, status, certainty, ids, announce, text, ticket, said]);
}

/** The offer to report what the ticket in front lacks. */
function TicketGap({ ticketKey, look, count = 0 }: { ticketKey: string; look: "button" | "line"; count?: number }) {
  const ticket = usePanelModel().teaching.ticket();
  return ticket && <GapOffer need={ticketNeed(ticketKey, ticket)} look={look} count={count} />;
}

function NothingFits({ ticketKey }: { ticketKey: string }) {
  const { text } = useUi();
  const { suggestions } = usePanelModel();
  const hasDropped = suggestions.droppedTerms.value.length > 0;
  const hint = hasDropped ? text.ticket.nothingFitsWithout : text.ticket.nothingFitsHint;
  return (
    <StateMessage icon={FileQuestionMark} title={text.ticket.nothingFits} hint={hint} timing="suggestions">
      <button
        type="button"
        class="button"
        onClick={() => document.querySelector<HTMLElement>("[data-action=search]")?.focus()}
      >
        <Search size={14} aria-hidden="true" />
        {text.ticket.searchInstead}
      </button>
      <TicketGap ticketKey={ticketKey} look="button" />
      <DraftButton hasLabel />
    </StateMessage>
  );
}

/** An empty library has a cause: the sync problem says it itself, so only the calm cases are told here. */
function LibraryEmpty() {
  const { text } = useUi();
  const state = usePanelModel().sync.state.value;
  if (state?.problem) return null;
  if (state === null || state.firstSync || state.phase === "pulling") {
    return (
      <StateMessage icon={CloudDownload} title={text.ticket.libraryFilling} hint={text.ticket.libraryFillingHint} />
    );
  }
  return <StateMessage icon={Inbox} title={text.ticket.libraryEmpty} hint={text.ticket.libraryEmptyHint} />;
}
