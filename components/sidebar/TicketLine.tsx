import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { HELPDESK_NAMES } from "./helpdesk-names";

/** Which ticket the suggestions are for; nothing when no ticket is in front. */
export function TicketLine() {
  const { text } = useUi();
  const { ticket, suggestions } = usePanelModel();
  const inFront = ticket.value;
  if (!inFront) return null;
  const subject = inFront.subject ?? (suggestions.view.value.state === "waiting" ? text.ticket.reading : "");
  return (
    <p class="ticket-line">
      <span class="ticket-id">
        {HELPDESK_NAMES[inFront.helpdesk]} #{inFront.id}
      </span>
      <span class="ticket-subject" title={subject}>
        {subject}
      </span>
    </p>
  );
}
