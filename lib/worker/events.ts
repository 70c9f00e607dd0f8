import type { Library, LibraryEvents } from "./protocol";

export type Events = {
  on: Library["on"];
  emit<Name extends keyof LibraryEvents>(name: Name, event: LibraryEvents[Name]): void;
};

/** Listeners by event name. */
export function createEvents(): Events {
  const listeners: { [Name in keyof LibraryEvents]: Set<(event: LibraryEvents[Name]) => void> } = {
    syncChanged: new Set(),
    articlesChanged: new Set(),
    flagsChanged: new Set(),
    pageReadersChanged: new Set(),
    noticesChanged: new Set(),
    newsChanged: new Set(),
    shelfChanged: new Set(),
    draftsChanged: new Set(),
    gapsChanged: new Set(),
  };
  return {
    on(name, listener) {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    },
    emit(name, event) {
      for (const listener of listeners[name]) listener(event);
    },
  };
}
