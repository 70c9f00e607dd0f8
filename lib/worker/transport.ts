/**
 * The library across a worker boundary: commands go over as numbered requests, answers and events come back. Errors do
 * not survive `postMessage`, so they travel as data.
 */
import type { Library, LibraryCommands, LibraryEvents } from "./protocol";

/** The part of a Worker, MessagePort or worker scope that is used. */
export type MessageEnd = {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
};

type CommandName = keyof LibraryCommands;
type EventName = keyof LibraryEvents;
type Request = { kind: "request"; id: number; command: CommandName; argument: unknown };
type Answer = { kind: "answer"; id: number } & ({ ok: true; value: unknown } | { ok: false; error: string });
type Event = { kind: "event"; name: EventName; event: unknown };

const COMMANDS: CommandName[] = [
  ...(["suggest", "search", "readArticle", "flag", "unflag", "explainFlag", "sync"] as const),
  ...(["teach", "forgetLearned", "lastLessons", "followLearningSettings", "listFlags", "markOutcomesSeen"] as const),
  ...(["noticesFor", "listNotices", "acknowledgeNotice", "muteNotice", "setNoticeAside", "situationsFor"] as const),
  ...(["listNews", "compareNews", "markNewsRead"] as const),
  ...(["searchChoices", "readShelf", "pinArticle", "noteOpened", "noteSearched", "forgetRecent"] as const),
  ...(["relatedArticles", "findDisagreements", "rateArticle"] as const),
  ...(["proposeGap", "reportGap", "undoGap", "listGaps", "countUsage"] as const),
  ...(["proposeDraft", "saveDraft", "deleteDraft", "listDrafts"] as const),
  ...(["marksOf", "markTicket", "unmarkTicket"] as const),
];
const EVENTS: EventName[] = [
  ...(["syncChanged", "articlesChanged", "flagsChanged", "pageReadersChanged"] as const),
  ...(["noticesChanged", "newsChanged", "shelfChanged", "draftsChanged", "gapsChanged"] as const),
];

/**
 * Answers a port's requests with a library and sends its events there. `onError` hears of commands that failed, never of
 * their arguments: a ticket may be among them.
 */
export function serveLibrary(
  end: MessageEnd,
  library: Library,
  onError: (command: string, error: unknown) => void = () => undefined,
): void {
  for (const name of EVENTS)
    library.on(name, (event) => end.postMessage({ kind: "event", name, event } satisfies Event));
  end.addEventListener("message", ({ data: message }: MessageEvent<Request>) => {
    if (message.kind !== "request") return;
    const answer = (rest: { ok: true; value: unknown } | { ok: false; error: string }) =>
      end.postMessage({ kind: "answer", id: message.id, ...rest } satisfies Answer);
    // The argument was made by `connectLibrary` for this very command.
    const run = library[message.command] as (argument: unknown) => Promise<unknown>;
    run(message.argument).then(
      (value) => answer({ ok: true, value }),
      (error: unknown) => {
        onError(message.command, error);
        answer({ ok: false, error: error instanceof Error ? error.message : String(error) });
      },
    );
  });
}

/** A library at the other end of a port. A command that fails there rejects here with the same message. */
export function connectLibrary(end: MessageEnd): Library {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const listeners = new Map<EventName, Set<(event: never) => void>>(EVENTS.map((name) => [name, new Set()]));
  let lastId = 0;

  end.addEventListener("message", ({ data: message }: MessageEvent<Answer | Event>) => {
    if (message.kind === "event") {
      for (const listener of listeners.get(message.name) ?? []) listener(message.event as never);
    } else if (message.kind === "answer") {
      const caller = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) caller?.resolve(message.value as never);
      else caller?.reject(new Error(message.error));
    }
  });

  const call = (command: CommandName) => (argument?: unknown) =>
    new Promise<never>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      end.postMessage({ kind: "request", id: lastId, command, argument } satisfies Request);
    });

  const commands = Object.fromEntries(COMMANDS.map((name) => [name, call(name)])) as unknown as LibraryCommands;
  return {
    ...commands,
    on(name, listener) {
      listeners.get(name)?.add(listener as (event: never) => void);
      return () => listeners.get(name)?.delete(listener as (event: never) => void);
    },
  };
}
