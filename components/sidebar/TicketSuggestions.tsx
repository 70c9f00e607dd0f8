import { Inbox, ScanText, TriangleAlert } from "lucide-preact";
import { usePanelModel } from "../state/panel-model";
import type { TicketView } from "../state/ticket-suggestions";
import type { Text } from "../text/text";
import { useUi } from "../ui";
import { AccessLost } from "./AccessLost";
import { HELPDESK_NAMES } from "./helpdesk-names";
import { Skeleton } from "./Skeleton";
import { StateMessage } from "./StateMessage";
import { SuggestionAnswer } from "./SuggestionAnswer";

/** The suggestions for the ticket in front, or why there are none. */
export function TicketSuggestions() {
  const { text } = useUi();
  const { suggestions } = usePanelModel();
  const view = suggestions.view.value;
  switch (view.state) {
    case "noAccess":
      return <AccessLost origins={view.origins} />;
    case "noHelpdesk":
      return <StateMessage icon={Inbox} title={text.ticket.noHelpdesk} hint={text.ticket.noHelpdeskHint} />;
    case "noTicket":
      return (
        <StateMessage
          icon={Inbox}
          title={text.ticket.noTicket(HELPDESK_NAMES[view.helpdesk])}
          hint={text.ticket.noTicketHint}
        />
      );
    case "waiting":
      return <Skeleton label={text.ticket.reading} />;
    case "unreadable":
      return <StateMessage icon={ScanText} title={text.ticket.unreadable} hint={unreadableHint(view, text)} />;
    case "failed":
      return (
        <StateMessage icon={TriangleAlert} title={text.ticket.failed}>
          <button type="button" class="button" onClick={suggestions.askAgain}>
            {text.ticket.tryAgain}
          </button>
        </StateMessage>
      );
    case "answered":
      return <SuggestionAnswer ticketKey={view.key} answer={view.answer} />;
  }
}

function unreadableHint(view: Extract<TicketView, { state: "unreadable" }>, text: Text): string {
  const names: Record<string, string> = text.ticket.parts;
  // Names the page reader gave that have no word here are left out: they would mean nothing to an agent.
  const parts = view.missing.flatMap((field) => names[field] ?? []);
  return parts.length > 0 ? text.ticket.unreadableHint(parts.join(", ")) : text.ticket.unreadableHintPlain;
}
