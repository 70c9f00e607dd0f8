import { CircleCheck } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { useSecondsUntil } from "../sidebar/use-seconds-until";
import type { GapProgress, Need } from "../state/gap-reports";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

type GapReportedProps = { need: Need; progress: Extract<GapProgress, { step: "reported" }>; onUndone(): void };

/** What was reported, and the way back while it has not left this machine. */
export function GapReported({ need, progress, onUndone }: GapReportedProps) {
  const { text, announce, formats } = useUi();
  const { gaps } = usePanelModel();
  const line = useRef<HTMLDivElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const { gap, isTooLate } = progress;
  const secondsLeft = useSecondsUntil(gap.undoUntilMs);
  const canUndo = secondsLeft > 0 && !isTooLate;
  useEffect(() => undo.current?.focus(), []);
  // A button that goes with the focus on it says nothing of leaving.
  const hasFocus = useRef(false);
  useEffect(() => {
    if (!canUndo && hasFocus.current) line.current?.focus();
  }, [canUndo]);

  async function takeBack(): Promise<void> {
    const isUndone = await gaps.undo(need);
    announce(isUndone ? text.gap.undone : text.gap.tooLate);
    if (isUndone) onUndone();
  }

  return (
    <div class="gap-reported" ref={line} tabIndex={-1}>
      <CircleCheck size={15} aria-hidden="true" />
      <p class="gap-summary">
        <strong>{text.gap.reported}</strong> {isTooLate ? text.gap.tooLate : formats.list(gap.terms)}
      </p>
      {canUndo && (
        <button
          ref={undo}
          type="button"
          class="button button-small"
          data-action="undo-gap"
          title={text.gap.undoIn(secondsLeft)}
          onFocus={() => {
            hasFocus.current = true;
          }}
          onBlur={(event) => {
            if (event.currentTarget.isConnected) hasFocus.current = false;
          }}
          onClick={() => void takeBack()}
        >
          {text.gap.undo}
          <span class="undo-seconds" aria-hidden="true">
            {secondsLeft}
          </span>
        </button>
      )}
    </div>
  );
}
