import { FilePenLine } from "lucide-preact";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** The way to a new article from the ticket in front, and to those begun. */
export function DraftButton({ hasLabel = false }: { hasLabel?: boolean }) {
  const { text } = useUi();
  const { places } = usePanelModel();
  return (
    <button
      type="button"
      class={hasLabel ? "button" : "icon-button"}
      data-action="capture"
      aria-label={hasLabel ? undefined : text.capture.title}
      aria-keyshortcuts="d"
      title={`${text.capture.title} (d)`}
      onClick={() => places.go({ view: "capture", draftId: null })}
    >
      <FilePenLine size={14} aria-hidden="true" />
      {hasLabel && text.capture.fromTicket}
    </button>
  );
}
