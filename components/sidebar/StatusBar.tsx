import { Keyboard, RefreshCw, Settings } from "lucide-preact";
import type { SyncState } from "../../lib/worker/protocol";
import { DraftButton } from "../capture/DraftButton";
import { MyFlagsButton } from "../flags/MyFlagsButton";
import { OutcomeLine } from "../flags/OutcomeLine";
import { NewsButton } from "../news/NewsButton";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { FirstSyncBar } from "./FirstSyncBar";
import { statusWording } from "./status-wording";

/** The line at the bottom: how fresh the articles are, what waits to be sent, and the way to the options. */
export function StatusBar({ onShowKeys }: { onShowKeys(): void }) {
  const { text, formats, nowMs, openOptions } = useUi();
  const { sync } = usePanelModel();
  const state = sync.state.value;
  const wording = state ? statusWording(state, text, formats, nowMs()) : text.sync.syncing;
  const isBusy = state !== null && state.phase !== "idle";
  return (
    <footer class="status-bar">
      <OutcomeLine />
      {state?.firstSync && <FirstSyncBar progress={state.firstSync} />}
      <div class="status-line">
        <span class={`status-dot status-${toneOf(state)}`} aria-hidden="true" />
        <span class="status-text" title={wording} elementtiming="words">
          {wording}
        </span>
        {/* First, since it comes and goes: the others keep their places. */}
        <NewsButton />
        <MyFlagsButton />
        <DraftButton />
        <button
          type="button"
          class={`icon-button ${isBusy ? "is-turning" : ""}`}
          aria-label={text.sync.syncNow}
          title={text.sync.syncNow}
          onClick={sync.syncNow}
        >
          <RefreshCw size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={text.keys.show}
          aria-keyshortcuts="?"
          title={`${text.keys.show} (?)`}
          onClick={onShowKeys}
        >
          <Keyboard size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={text.sync.options}
          title={text.sync.options}
          onClick={openOptions}
        >
          <Settings size={14} aria-hidden="true" />
        </button>
      </div>
    </footer>
  );
}

function toneOf(state: SyncState | null): "busy" | "fine" | "offline" | "stopped" {
  if (state === null) return "busy";
  if (state.problem) return state.problem.kind === "offline" ? "offline" : "stopped";
  return state.phase === "idle" ? "fine" : "busy";
}
