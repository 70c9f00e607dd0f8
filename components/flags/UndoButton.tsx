import { useEffect, useRef } from "preact/hooks";
import type { FlagState } from "../../lib/worker/protocol";
import { useSecondsUntil } from "../sidebar/use-seconds-until";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

type UndoButtonProps = {
  flag: FlagState;
  /** The time ran out while the button had the focus. */
  onGone(): void;
};

/** A row of the agent's own flags goes with the flag. */
const OWN_FLAG = ".own-flag";

const openOf = (row: Element | null | undefined) => row?.querySelector<HTMLElement>("[data-action=open]") ?? null;

/** Where the focus goes when the button does: the way to flag again, or for a row that goes, the next one or the page. */
function beside(scope: Element | null): HTMLElement | null {
  if (scope?.matches(OWN_FLAG)) {
    return openOf(scope.nextElementSibling ?? scope.previousElementSibling) ?? scope.closest("main");
  }
  return scope?.querySelector<HTMLElement>("[data-action=flag]") ?? scope?.querySelector<HTMLElement>("button") ?? null;
}

function focusOn(element: HTMLElement | null): void {
  element?.focus();
}

/** Takes a flag back while it has not left this machine, with the seconds that remain. */
export function UndoButton({ flag, onGone }: UndoButtonProps) {
  const { text, announce } = useUi();
  const { flags } = usePanelModel();
  const secondsLeft = useSecondsUntil(flag.undoUntilMs);
  const button = useRef<HTMLButtonElement>(null);
  const isOffered = secondsLeft > 0 && flag.state === "queued";
  useEffect(() => {
    if (!isOffered) return;
    const shown = button.current;
    return () => {
      if (document.activeElement === shown) onGone();
    };
  }, [isOffered]);

  async function undo(): Promise<void> {
    const scope = button.current?.closest("[data-card], [data-article]") ?? null;
    focusOn(beside(scope));
    const isUndone = await flags.undo(flag);
    if (!isUndone && scope?.matches(OWN_FLAG)) focusOn(openOf(scope));
    announce(isUndone ? text.flag.undone : text.flag.tooLate);
  }

  if (!isOffered) return null;
  const shareLeft = secondsLeft / Math.max(1, Math.round((flag.undoUntilMs - flag.flaggedAtMs) / 1000));
  return (
    <button
      ref={button}
      type="button"
      class="button button-small"
      data-action="undo"
      title={text.flag.undoIn(secondsLeft)}
      onClick={() => void undo()}
    >
      {text.flag.undo}
      <span class="undo-seconds" aria-hidden="true" style={{ "--share-left": String(shareLeft) }}>
        <span>{secondsLeft}</span>
      </span>
    </button>
  );
}
