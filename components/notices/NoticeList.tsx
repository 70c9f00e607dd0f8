import { NoticeCards } from "../sidebar/lazy-views";
import { usePanelModel } from "../state/panel-model";

/**
 * The notices for the ticket in front, and the way to those that are hidden; nothing when there is none. Without a ticket in
 * front, the way to all notices in force.
 */
export function NoticeList() {
  const { notices, ticket } = usePanelModel();
  const { notices: shown, hiddenCount, inForceCount } = notices.view.value;
  const isBesideTicket = shown.length > 0 || hiddenCount > 0 || notices.handled.value !== null;
  return isBesideTicket || (ticket.value === null && inForceCount > 0) ? <NoticeCards /> : null;
}
