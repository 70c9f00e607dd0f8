import { CloudDownload, FileQuestionMark, Inbox, Search } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { SuggestAnswer } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { CardList } from "./CardList";
import { DroppedTerms } from "./DroppedTerms";
import { StateMessage } from "./StateMessage";

const MAX_SUGGESTIONS = 5;

type SuggestionAnswerProps = { ticketKey: string; answer: SuggestAnswer };

/** The library's answer for the ticket in front. */
export function SuggestionAnswer({ ticketKey, answer }: SuggestionAnswerProps) {
  const { text } = useUi();
  const shown = answer.suggestions.slice(0, MAX_SUGGESTIONS);
  const ids = shown.map((suggestion) => suggestion.card.id).join(" ");
  useAnnouncement(ticketKey, answer.status, ids);
  if (answer.status === "libraryEmpty") return <LibraryEmpty />;
  return (
    <>
      <DroppedTerms />
      {shown.length > 0 ? (
        <CardList label={text.card.list} suggestions={shown} ticketLanguage={answer.language} hasTerms />
      ) : (
        <NothingFits />
      )}
    </>
  );
}

/** Says once what there is for a ticket, and again only when other articles come. */
function useAnnouncement(ticketKey: string, status: SuggestAnswer["status"], ids: string): void {
  const { text, announce } = useUi();
  const { ticket } = usePanelModel();
  useEffect(() => {
    const ticketId = ticket.peek()?.id ?? "";
    const count = ids === "" ? 0 : ids.split(" ").length;
    if (status === "found") announce(text.ticket.announced(text.ticket.suggestions(count), ticketId));
    if (status === "nothingFits") announce(text.ticket.nothingFits);
  }, [ticketKey, status, ids, announce, text, ticket]);
}

function NothingFits() {
  const { text } = useUi();
  const { suggestions } = usePanelModel();
  const hasDropped = suggestions.droppedTerms.value.length > 0;
  const hint = hasDropped ? text.ticket.nothingFitsWithout : text.ticket.nothingFitsHint;
  return (
    <StateMessage icon={FileQuestionMark} title={text.ticket.nothingFits} hint={hint}>
      <button
        type="button"
        class="button"
        onClick={() => document.querySelector<HTMLElement>("[data-action=search]")?.focus()}
      >
        <Search size={14} aria-hidden="true" />
        {text.ticket.searchInstead}
      </button>
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
