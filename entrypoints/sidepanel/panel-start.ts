import { signal } from "@preact/signals";
import type { StartActions } from "../../components/ui";
import type { Policy } from "../../lib/browser/policy";
import type { Settings } from "../../lib/db/settings-database";
import { endFirstRun, noteFirstStart, noteTold, QUIET_START, startStateOf } from "../../lib/worker/start-state";

const state = signal(QUIET_START);

/** The first steps, and what an update changed. */
export function createStart(version: string, onError: (error: unknown) => void): StartActions {
  return {
    state,
    endSteps() {
      state.value = { ...state.peek(), hasSteps: false };
      endFirstRun().catch(onError);
    },
    dismissUpdate() {
      state.value = { ...state.peek(), updatedTo: null };
      noteTold(version).catch(onError);
    },
  };
}

/** To be called each time the settings were read. */
export async function followStart(settings: Settings, policy: Policy, version: string): Promise<void> {
  state.value = startStateOf(settings, policy, version);
  await noteFirstStart(settings, version);
}

/** To be called when the settings are not of our form. */
export function tellSettingsBroken(): void {
  state.value = { ...QUIET_START, isSettingsBroken: true };
}
