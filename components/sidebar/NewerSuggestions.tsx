import { ArrowUp } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** Offers suggestions that came while the list was held as it is; nothing while there are none. */
export function NewerSuggestions() {
  const { text, announce } = useUi();
  const { suggestions } = usePanelModel();
  const isOffered = suggestions.isNewerOffered.value;
  const isTaken = useRef(false);
  useEffect(() => {
    if (isOffered) announce(text.ticket.newerAnnounced);
    else if (isTaken.current) focusFirstSuggestion();
    isTaken.current = false;
  }, [isOffered, announce, text]);
  if (!isOffered) return null;
  const { holding, takeNewer } = suggestions;
  return (
    <button
      type="button"
      class="newer"
      data-action="newer"
      aria-keyshortcuts="n"
      title={text.ticket.newerHint}
      // The way to this button leads out of the list: it must not vanish before it is reached.
      onFocus={() => holding.set("focused", true)}
      onBlur={() => holding.set("focused", false)}
      onPointerMove={() => holding.set("pointing", true)}
      onPointerLeave={() => holding.set("pointing", false)}
      onClick={() => {
        isTaken.current = true;
        holding.set("pointing", false);
        takeNewer();
      }}
    >
      <ArrowUp size={13} aria-hidden="true" />
      {text.ticket.newer}
    </button>
  );
}

function focusFirstSuggestion(): void {
  const first = document.querySelector<HTMLElement>("[data-suggested] [data-action=open]");
  first?.closest(".panel-main")?.scrollTo?.({ top: 0 });
  first?.focus();
}
