import { Check, LoaderCircle, type LucideIcon } from "lucide-preact";
import { ExplainedButton } from "../sidebar/ExplainedButton";
import { usePanelModel } from "../state/panel-model";
import type { Wanted } from "../state/reply-insertion";
import { useUi } from "../ui";
import { bringIntoSight } from "./bring-into-sight";
import { useInsertion } from "./use-insertion";

type InsertButtonProps = {
  place: string;
  action: "insert-link" | "insert-answer" | "quote";
  /** The key that presses it. */
  shortcut: string;
  label: string;
  icon: LucideIcon;
  /** What to insert; a string says why there is nothing. */
  wish: Wanted | string;
  hasLabel?: boolean;
};

/** Writes into the reply of the ticket in front; without a ticket, or with nothing to write, it says why not. */
export function InsertButton({ place, action, shortcut, label, icon, wish, hasLabel = false }: InsertButtonProps) {
  const { text } = useUi();
  const { ticket } = usePanelModel();
  const { step, words, insert } = useInsertion(place);
  const buttonClass = hasLabel ? "button button-small" : "icon-button";
  const whyNoTicket = {
    none: text.insert.noTicket,
    reading: text.ticket.reading,
    unreadable: text.insert.unreadable,
    ticket: null,
  };
  const why = whyNoTicket[ticket.value?.state ?? "none"] ?? (typeof wish === "string" ? wish : null);
  if (why !== null || typeof wish === "string") {
    const Icon = icon;
    return (
      <ExplainedButton action={action} buttonClass={buttonClass} label={label} why={why ?? ""}>
        <Icon size={hasLabel ? 13 : 15} aria-hidden="true" />
        {hasLabel && label}
      </ExplainedButton>
    );
  }
  const isInserted = step?.step === "inserted";
  const isWorking = step?.step === "working";
  const Icon = isInserted ? Check : isWorking ? LoaderCircle : icon;
  // What can be read on the button stays part of its name.
  const name = isWorking && !hasLabel ? text.insert.working : isInserted && words !== null ? words : label;
  return (
    <span class="with-bubble">
      <button
        type="button"
        class={`${buttonClass} ${isWorking ? "is-turning" : ""}`}
        data-action={action}
        data-place={place}
        data-outcome={isInserted ? "copied" : null}
        aria-label={name}
        aria-keyshortcuts={shortcut}
        title={step ? name : `${label} (${shortcut})`}
        // The selection that is to be quoted outlives the press.
        onMouseDown={(event) => action === "quote" && event.preventDefault()}
        onClick={(event) => {
          bringIntoSight(event.currentTarget);
          takeFocus(event.currentTarget);
          insert(wish);
        }}
      >
        <Icon size={hasLabel ? 13 : 15} aria-hidden="true" />
        {hasLabel && (isInserted ? text.insert.inserted : label)}
      </button>
      {isInserted && <span class="hint-bubble">{words}</span>}
    </span>
  );
}

/** Not every browser focuses a button that is pressed; a question that follows comes to where the focus is. */
function takeFocus(button: HTMLElement): void {
  if (!button.closest("[data-card], [data-article]")?.contains(document.activeElement)) button.focus();
}
