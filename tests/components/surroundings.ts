import { signal } from "@preact/signals";
import type { BrowserShell } from "../../lib/browser/browser-shell";
import type { HelpdeskHosts } from "../../lib/browser/helpdesk-hosts";
import type { PageActions } from "../../lib/browser/page-actions";
import type { Diagnosis } from "../../lib/page-commands";
import type { StoredOptions } from "../../lib/worker/options";
import type { StartState } from "../../lib/worker/start-state";

/** What can be done to the page, each of it harmless unless overridden. */
export function createPageActions(overrides: Partial<PageActions> = {}): PageActions {
  return {
    insert: async () => ({ outcome: "inserted", channel: "public", editor: "ckeditor" }),
    takeBack: async () => ({ outcome: "takenBack" }),
    diagnose: async (_tabId, helpdesk) => createDiagnosis({ helpdesk }),
    requestAccess: async () => true,
    ...overrides,
  };
}

export function createDiagnosis(overrides: Partial<Diagnosis> = {}): Diagnosis {
  return {
    helpdesk: "zendesk",
    addressShape: "/agent/tickets/{n}",
    isTicketAddress: true,
    update: null,
    fields: [],
    roles: { customer: 1 },
    page: { language: "en" },
    ...overrides,
  };
}

/** The browser around the panel: a shortcut is set, the button is not in the toolbar, unless overridden. */
export function createShell(overrides: Partial<BrowserShell> = {}): BrowserShell {
  return {
    panelShortcut: async () => "Alt+Shift+S",
    openShortcutSettings: () => undefined,
    watchToolbar: (listener) => {
      listener(false);
      return () => undefined;
    },
    ...overrides,
  };
}

/** Nothing is said before the articles, unless told; what ends is gone at once, as in the panel. */
export function createStart(state: Partial<StartState> = {}) {
  const current = signal<StartState>({
    ...{ isSettingsBroken: false, hasSteps: false, isEndpointSet: false, updatedTo: null },
    ...state,
  });
  return {
    state: current,
    endSteps: () => {
      current.value = { ...current.peek(), hasSteps: false };
    },
    dismissUpdate: () => {
      current.value = { ...current.peek(), updatedTo: null };
    },
  };
}

/** What the options page shows before anything was set. */
export function createStoredOptions(overrides: Partial<StoredOptions> = {}): StoredOptions {
  return {
    connection: null,
    pastLibraries: [],
    interfaceLanguage: null,
    readByApi: true,
    suggestWhen: "balanced",
    shareLearning: true,
    policy: {
      ...{ readHelpdeskApi: null, suggestWhen: null, shareLearning: null },
      ...{ syncEndpoint: null, skipFirstRun: false, notUnderstood: [] },
    },
    ...overrides,
  };
}

/** Helpdesk hosts: none of their own unless overridden. */
export function createHosts(overrides: Partial<HelpdeskHosts> = {}): HelpdeskHosts {
  return {
    load: async () => [],
    add: async () => "added",
    grant: async () => true,
    remove: async () => undefined,
    ...overrides,
  };
}
