/** What the panel says before it shows articles: the first steps, and once after an update what changed. */
import { changeSettings, type Settings } from "../db/settings-database";

export type StartState = {
  /** The settings are not of our form; the options page can repair them. */
  isSettingsBroken: boolean;
  /** The first steps are shown. */
  hasSteps: boolean;
  /** The administrator has set the sync address: only the token is left to enter. */
  isEndpointSet: boolean;
  /** The version whose changes are still to be told; null: nothing to tell. */
  updatedTo: string | null;
};

type StartPolicy = { syncEndpoint: string | null; skipFirstRun: boolean; tellUpdates: boolean };

/** Before the settings were read, nothing is said. */
export const QUIET_START: StartState = {
  isSettingsBroken: false,
  hasSteps: false,
  isEndpointSet: false,
  updatedTo: null,
};

/** What is to be said with these settings in this version of the extension. */
export function startStateOf(settings: Settings, policy: StartPolicy, version: string): StartState {
  const { firstRun, toldVersion, connection } = settings;
  const isNew = firstRun === null && connection === null;
  const isUpdated = toldVersion !== null && toldVersion !== version;
  return {
    isSettingsBroken: false,
    hasSteps: !policy.skipFirstRun && (isNew || firstRun === "open"),
    isEndpointSet: policy.syncEndpoint !== null,
    updatedTo: policy.tellUpdates && isUpdated ? version : null,
  };
}

/**
 * Notes at the first panel of all whether the steps are open, so that connecting does not end them, and from which version
 * on changes are told. Somebody who is connected already needs no first steps.
 */
export async function noteFirstStart(settings: Settings, version: string): Promise<void> {
  if (settings.firstRun !== null && settings.toldVersion !== null) return;
  await changeSettings((current) => ({
    ...current,
    firstRun: current.firstRun ?? (current.connection === null ? "open" : "done"),
    toldVersion: current.toldVersion ?? version,
  }));
}

/** The steps do not come back by themselves. */
export async function endFirstRun(): Promise<void> {
  await changeSettings((settings) => ({ ...settings, firstRun: "done" }));
}

/** What changed in this version is not told again. */
export async function noteTold(version: string): Promise<void> {
  await changeSettings((settings) => ({ ...settings, toldVersion: version }));
}
