import { useId, useRef, useState } from "preact/hooks";
import { HealthMark } from "../health/HealthMark";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { HELPDESK_NAMES } from "./helpdesk-names";
import { HealthDetails } from "./lazy-views";
import { NewerSuggestions } from "./NewerSuggestions";
import { useLayer } from "./use-layer";

/** Which ticket the suggestions are for, and how well it was read; nothing when no ticket is in front. */
export function TicketLine() {
  const { text } = useUi();
  const { ticket, suggestions, reading } = usePanelModel();
  const detailsId = useId();
  const line = useRef<HTMLDivElement>(null);
  const [openFor, setOpenFor] = useState<string | null>(null);
  const inFront = ticket.value;
  const health = reading.health.value;
  const isOpen = inFront !== null && openFor === inFront.key && health !== null && health.state !== "unsettled";
  useLayer(isOpen, () => {
    if (line.current?.contains(document.activeElement))
      line.current.querySelector<HTMLElement>(".health-mark")?.focus();
    setOpenFor(null);
  });
  if (!inFront) return null;
  const subject = inFront.subject ?? (suggestions.view.value.state === "waiting" ? text.ticket.reading : "");
  const toggle = () => setOpenFor(isOpen ? null : inFront.key);
  return (
    <div ref={line}>
      <div class="ticket-line">
        <span class="ticket-id">
          {HELPDESK_NAMES[inFront.helpdesk]} #{inFront.id}
        </span>
        <span class="ticket-subject" title={subject}>
          {subject}
        </span>
        <NewerSuggestions />
        {health && <HealthMark health={health} isOpen={isOpen} detailsId={detailsId} toggle={toggle} />}
      </div>
      {isOpen && <HealthDetails id={detailsId} health={health} key={inFront.key} />}
    </div>
  );
}
