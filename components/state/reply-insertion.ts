/**
 * Writing into the reply of the ticket in front. How each insertion stands is kept with the key of the ticket it was
 * asked for and shown beside that ticket only, so an answer that comes late never speaks beside another one.
 */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { PageActions } from "../../lib/browser/page-actions";
import type { InsertAnswer, ReplyChannel, ReplyContent } from "../../lib/page-commands";
import type { Signal } from "../../lib/worker/protocol";
import { type InsertWish, plainText } from "./reply-content";
import type { TicketInFront } from "./ticket-in-front";

type InsertRefusal = Extract<InsertAnswer, { outcome: "notInserted" }>["reason"];

/** Why nothing was inserted. `copiedInstead` was the agent's choice; `unreachable`: the page did not answer. */
export type NotInsertedReason = InsertRefusal | "unreachable" | "copiedInstead";

/** `isCopied` null: the clipboard was left alone. */
export type InsertStep =
  | { step: "working" }
  | { step: "inserted"; channel: ReplyChannel }
  | { step: "asking"; channel: ReplyChannel }
  | { step: "notInserted"; reason: NotInsertedReason; isCopied: boolean | null };

/** A place is where it was asked for and where its answer shows: one button of one article. */
export type ReplyInsertion = {
  /** How the last insertion from a place stands, for the ticket in front; null when there is nothing to say. */
  of(place: string): InsertStep | null;
  /** Answers what became of it; null when it was not done, or another ticket came to the front meanwhile. */
  insert(place: string, wish: InsertWish): Promise<InsertStep | null>;
  /** The agent said yes to what was asked at a place. */
  insertAnyway(place: string): Promise<InsertStep | null>;
  copyInstead(place: string): Promise<InsertStep | null>;
  dismiss(place: string): void;
  dispose(): void;
};

type Entry = { wish: InsertWish; shown: InsertStep };
type Parts = {
  ticket: ReadonlySignal<TicketInFront | null>;
  page: Pick<PageActions, "insert">;
  copyText(text: string): Promise<void>;
  /** Hears of articles that went into the reply, or onto the clipboard for it, beside the ticket in front. */
  onUsed(articleId: string, signal: Signal): void;
};

const INSERTED_SHOWN_MS = 2_000;

/** Inserts through the page in front, and by the clipboard where the page does not take it. */
export function createReplyInsertion({ ticket, page, copyText, onUsed }: Parts): ReplyInsertion {
  const entries = signal<{ key: string | null; byPlace: ReadonlyMap<string, Entry> }>({
    key: null,
    byPlace: new Map(),
  });
  const timers = new Set<ReturnType<typeof setTimeout>>();

  const entryOf = (place: string) =>
    entries.value.key === ticket.value?.key ? entries.value.byPlace.get(place) : undefined;

  /**
   * False, and nothing is shown, when another ticket has come to the front. What is said newly closes a question still
   * open elsewhere: two that look alike never stand side by side.
   */
  function show(key: string, place: string, entry: Entry | null): boolean {
    if (ticket.peek()?.key !== key) return false;
    const others = [...entries.peek().byPlace].filter(
      ([other, { shown }]) => other !== place && !(entry && shown.step === "asking"),
    );
    const byPlace = new Map(entry ? [...others, [place, entry] as const] : others);
    entries.value = { key, byPlace };
    return true;
  }

  function removeLater(key: string, place: string, entry: Entry): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (entries.peek().byPlace.get(place) === entry) show(key, place, null);
    }, INSERTED_SHOWN_MS);
    timers.add(timer);
  }

  function finish(key: string, place: string, entry: Entry): InsertStep | null {
    if (!show(key, place, entry)) return null;
    const signal = signalOf(entry);
    if (signal !== null) onUsed(entry.wish.articleId, signal);
    if (entry.shown.step === "inserted") removeLater(key, place, entry);
    return entry.shown;
  }

  async function copy(wish: InsertWish, reason: NotInsertedReason): Promise<InsertStep> {
    const isCopied = await copyText(plainText(wish.content)).then(
      () => true,
      // The clipboard may refuse, for example when the panel has lost the focus: the agent is told.
      () => false,
    );
    return { step: "notInserted", reason, isCopied };
  }

  async function run(place: string, wish: InsertWish, confirmedFor: ReplyChannel | null): Promise<InsertStep | null> {
    const front = ticket.peek();
    if (front === null || front.tabId === null || front.state !== "ticket") return null;
    show(front.key, place, { wish, shown: { step: "working" } });
    const { key, tabId, helpdesk, id: ticketId, origin } = front;
    const { content, isInternal } = wish;
    // A page that cannot be reached has changed nothing: the agent is told so, and has the text on the clipboard.
    const request = { helpdesk, ticketId, origin, content, isInternal, confirmedFor };
    const answer = await page.insert(tabId, request).catch(() => null);
    // The clipboard belongs to the ticket in front, too.
    if (ticket.peek()?.key !== key) return null;
    const reason = copyReason(answer);
    const shown = reason === null && answer ? stepOf(answer) : await copy(wish, reason ?? "unreachable");
    return finish(key, place, { wish, shown });
  }

  const stopFollowing = effect(() => {
    const key = ticket.value?.key ?? null;
    if (entries.peek().key !== key) entries.value = { key, byPlace: new Map() };
  });

  return {
    of: (place) => entryOf(place)?.shown ?? null,
    insert: async (place, wish) => (entryOf(place)?.shown.step === "working" ? null : run(place, wish, null)),
    async insertAnyway(place) {
      const entry = entryOf(place);
      return entry?.shown.step === "asking" ? run(place, entry.wish, entry.shown.channel) : null;
    },
    async copyInstead(place) {
      const [key, entry] = [ticket.peek()?.key, entryOf(place)];
      if (key === undefined || entry?.shown.step !== "asking") return null;
      return finish(key, place, { wish: entry.wish, shown: await copy(entry.wish, "copiedInstead") });
    },
    dismiss(place) {
      const key = ticket.peek()?.key;
      if (key !== undefined) show(key, place, null);
    },
    dispose() {
      stopFollowing();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

const INSERTED_SIGNALS: Record<ReplyContent["kind"], Signal> = { link: "linked", text: "inserted", quote: "quoted" };
const COPIED_SIGNALS: Record<ReplyContent["kind"], Signal> = {
  link: "linkCopied",
  text: "answerCopied",
  quote: "quoted",
};

/** What an insertion says of its article; null while it says nothing. */
function signalOf({ wish, shown }: Entry): Signal | null {
  if (shown.step === "inserted") return INSERTED_SIGNALS[wish.content.kind];
  return shown.step === "notInserted" && shown.isCopied ? COPIED_SIGNALS[wish.content.kind] : null;
}

/** Why the content goes to the clipboard; null when it does not. */
function copyReason(answer: InsertAnswer | null): NotInsertedReason | null {
  if (answer === null) return "unreachable";
  return answer.outcome === "notInserted" && answer.reason !== "otherTicket" ? answer.reason : null;
}

function stepOf(answer: InsertAnswer): InsertStep {
  if (answer.outcome === "notInserted") return { step: "notInserted", reason: "otherTicket", isCopied: null };
  return { step: answer.outcome === "inserted" ? "inserted" : "asking", channel: answer.channel };
}
