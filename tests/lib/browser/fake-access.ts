/** The browser's permissions, run-time content scripts and tabs, in memory and as far as reading hosts needs them. */
import { fakeBrowser } from "wxt/testing/fake-browser";

/** `isListening`: a reader of this very extension is in its page. */
export type FakeTab = { id: number; url: string; isListening: boolean };

export type FakeAccess = {
  /** Match patterns that are allowed. */
  origins: Set<string>;
  tabs: FakeTab[];
  /** What the user says when asked. */
  agrees: boolean;
  /** Patterns the user was asked for. */
  asked: string[];
  /** Content scripts registered at run time: id, pattern and file. */
  registered(): string[];
  /** Tabs into which a file was put, in order: `1 /content-scripts/zendesk.js`. */
  put: string[];
  /** Messages to tabs that were heard: `1 stopReading`. */
  told: string[];
  permissionsAdded(): Promise<unknown>;
  permissionsRemoved(): Promise<unknown>;
};

type Script = { id: string; matches: string[]; js: string[]; persistAcrossSessions: boolean };

function partsOf(pattern: string): { host: string; path: string } {
  const [, host = "", path = ""] = /^https:\/\/([^/]+)(\/.*)\*$/.exec(pattern) ?? [];
  return { host, path };
}

function coversHost(allowed: string, host: string): boolean {
  return allowed === host || (allowed.startsWith("*.") && `.${host}`.endsWith(allowed.slice(1)));
}

function createEvent() {
  const listeners = new Set<(...args: unknown[]) => unknown>();
  return {
    addListener: (listener: () => unknown) => listeners.add(listener),
    removeListener: (listener: () => unknown) => listeners.delete(listener),
    trigger: () => Promise.all([...listeners].map((listener) => listener())),
  };
}

function mayRead(origins: Set<string>, host: string): boolean {
  return [...origins].some((origin) => coversHost(partsOf(origin).host, host));
}

function fakeTabs(access: FakeAccess) {
  const shown = (tab: FakeTab) =>
    mayRead(access.origins, new URL(tab.url).hostname) ? { id: tab.id, url: tab.url } : { id: tab.id };
  const matches = (tab: FakeTab, pattern: string) => {
    const { host, path } = partsOf(pattern);
    const url = new URL(tab.url);
    return coversHost(host, url.hostname) && url.pathname.startsWith(path) && mayRead(access.origins, url.hostname);
  };
  return {
    query: async ({ url }: { url?: string }) =>
      access.tabs.filter((tab) => url === undefined || matches(tab, url)).map(shown),
    get: async (tabId: number) => {
      const tab = access.tabs.find(({ id }) => id === tabId);
      if (!tab) throw new Error("no such tab");
      return shown(tab);
    },
    sendMessage: async (tabId: number, { type }: { type: string }) => {
      if (!access.tabs.some(({ id, isListening }) => id === tabId && isListening)) throw new Error("nobody there");
      access.told.push(`${tabId} ${type}`);
    },
  };
}

/** Takes the place of the fake browser's own, which has nothing for these. Call it in each test. */
export function fakeAccess(start: { origins?: string[]; tabs?: FakeTab[]; agrees?: boolean } = {}): FakeAccess {
  const scripts = new Map<string, Script>();
  const [onAdded, onRemoved] = [createEvent(), createEvent()];
  const access: FakeAccess = {
    origins: new Set(start.origins),
    tabs: start.tabs ?? [],
    agrees: start.agrees ?? true,
    asked: [],
    registered: () => [...scripts.values()].map(({ id, matches, js }) => `${id} ${matches.join()} ${js.join()}`),
    put: [],
    told: [],
    permissionsAdded: onAdded.trigger,
    permissionsRemoved: onRemoved.trigger,
  };
  Object.assign(fakeBrowser.permissions, {
    ...{ onAdded, onRemoved },
    contains: async ({ origins }: { origins: string[] }) =>
      origins.every((origin) => mayRead(access.origins, partsOf(origin).host)),
    getAll: async () => ({ origins: [...access.origins], permissions: [] }),
    request: async ({ origins }: { origins: string[] }) => {
      access.asked.push(...origins);
      if (access.agrees) for (const origin of origins) access.origins.add(origin);
      return access.agrees;
    },
    remove: async ({ origins }: { origins: string[] }) => origins.map((origin) => access.origins.delete(origin)),
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => [...scripts.values()],
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => ids.map((id) => scripts.delete(id)),
    registerContentScripts: async (added: Script[]) => {
      if (added.some(({ id }) => scripts.has(id))) throw new Error("Duplicate script ID");
      for (const script of added) scripts.set(script.id, script);
    },
    executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) =>
      access.put.push(`${target.tabId} ${files.join()}`),
  });
  Object.assign(fakeBrowser.tabs, fakeTabs(access));
  return access;
}
