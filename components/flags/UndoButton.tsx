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
    const scope = button.current?.closest("[data-card], [data-article]");
    const next = scope?.querySelector<HTMLElement>("[data-action=flag]") ?? scope?.querySelector<HTMLElement>("button");
    next?.focus();
    const isUndone = await flags.undo(flag);
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
