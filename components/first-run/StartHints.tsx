import { FirstSteps, UpdateLine } from "../sidebar/lazy-views";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** What is left of the first steps; never over a ticket. */
export function StepsWithoutTicket() {
  const { start } = useUi();
  const { library, ticket } = usePanelModel();
  if (!start.state.value.hasSteps || ticket.value !== null) return null;
  return <FirstSteps library={library} />;
}

/** What an update changed, once. */
export function UpdateHint() {
  const { start } = useUi();
  return start.state.value.updatedTo === null ? null : <UpdateLine />;
}
