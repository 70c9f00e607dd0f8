import { pageWith } from "../../components/support";
import { createShell, createStart } from "../../components/surroundings";
import { SUGGESTIONS } from "../articles";
import { EMPTY, FOUND, library, press, type Scene } from "../scene";

const firstSync = { phase: "pulling", firstSync: { received: 3200, total: 10_000 }, freshAtMs: null } as const;

export const firstRunScenes: Record<string, Scene> = {
  notConnected: { library: null },
  firstSync: {
    library: library({ ...FOUND, suggestions: SUGGESTIONS.slice(0, 2) }, { ...firstSync, articleCount: 3200 }),
  },
  firstSyncEmpty: { library: library(EMPTY, { ...firstSync, articleCount: 0 }) },
  firstSteps: { library: null, app: { start: createStart({ hasSteps: true }) } },
  firstStepsTokenOnly: { library: null, app: { start: createStart({ hasSteps: true, isEndpointSet: true }) } },
  firstStepsConnected: {
    library: library(EMPTY),
    page: pageWith(null),
    app: { start: createStart({ hasSteps: true }), shell: createShell({ watchToolbar: isInToolbar }) },
  },
  sampleTicket: {
    library: null,
    app: { start: createStart({ hasSteps: true }) },
    act: (root) => press(root, ".first-step:last-child button"),
  },
  sampleTicketOwn: {
    library: library(FOUND),
    page: pageWith(null),
    app: { start: createStart({ hasSteps: true }), shell: createShell({ watchToolbar: isInToolbar }) },
    act: (root) => press(root, ".first-step:last-child button"),
  },
  settingsBroken: { library: null, app: { start: createStart({ isSettingsBroken: true }) } },
  updated: { library: library(FOUND), app: { start: createStart({ updatedTo: "0.2.0" }) } },
  updatedOpen: {
    library: library(EMPTY, { articleCount: 120 }),
    page: pageWith(null),
    app: { start: createStart({ updatedTo: "0.2.0" }) },
    act: (root) => press(root, ".update-line .text-button"),
  },
  shortcutNotSet: {
    library: library(FOUND),
    app: { shell: createShell({ panelShortcut: async () => null }) },
    act: () => void document.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true })),
  },
};

function isInToolbar(listener: (isOnToolbar: boolean) => void) {
  listener(true);
  return () => undefined;
}
