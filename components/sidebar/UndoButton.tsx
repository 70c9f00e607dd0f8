import { useEffect, useRef } from "preact/hooks";
import type { FlagState } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { useSecondsUntil } from "./use-seconds-until";

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
    button.current?.closest("[data-card], [data-article]")?.querySelector<HTMLElement>("[data-action=flag]")?.focus();
    const isUndone = await flags.undo(flag);
    announce(isUndone ? text.flag.undone : text.flag.tooLate);
  }

  if (!isOffered) return null;
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
      <span class="undo-seconds" aria-hidden="true">
        {secondsLeft}
      </span>
    </button>
  );
}
