/** Writing into the reply of the ticket in front, and taking the last of it back. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { PageActions } from "../../lib/browser/page-actions";
import type { ReplyChannel } from "../../lib/page-commands";
import type { UseSignal } from "./article-uses";
import { createInsertionEntries, type InsertionEntries } from "./insertion-entries";
import {
  copyReason,
  type InsertEntry,
  type InsertStep,
  type NotInsertedReason,
  signalOf,
  stepOf,
} from "./insertion-steps";
import { type InsertWish, plainText } from "./reply-content";
import type { TicketInFront } from "./ticket-in-front";

export type { InsertStep };

/** What to insert, or a way to find out; null: there is nothing any more. */
export type Wanted = InsertWish | (() => Promise<InsertWish | null>);

/** What was inserted last beside the ticket in front, while it may be taken back. */
export type LastInserted = { key: string; place: string; articleId: string; signal: UseSignal };

/** A place is where it was asked for and where its answer shows: one button of one article. */
export type ReplyInsertion = {
  /** How the last insertion from a place stands, for the ticket in front; null when there is nothing to say. */
  of(place: string): InsertStep | null;
  /** Answers what became of it; null when it was not done, or another ticket came to the front meanwhile. */
  insert(place: string, wanted: Wanted): Promise<InsertStep | null>;
  /** The agent said yes to what was asked at a place. */
  insertAnyway(place: string): Promise<InsertStep | null>;
  copyInstead(place: string): Promise<InsertStep | null>;
  dismiss(place: string): void;
  /** Null when nothing was inserted beside the ticket in front, or it was taken back. */
  last(): LastInserted | null;
  /** Takes the last insertion out of its reply, or leaves it alone, which is shown; null when there is none to take back. */
  takeBack(): Promise<"takenBack" | "notTakenBack" | null>;
  dispose(): void;
};

type Page = Pick<PageActions, "insert" | "takeBack">;

type Parts = {
  ticket: ReadonlySignal<TicketInFront | null>;
  page: Page;
  copyText(text: string): Promise<void>;
  /** Hears of articles that went into the reply, or onto the clipboard for it, beside the ticket in front. */
  onUsed(articleId: string, signal: UseSignal): void;
  /** Hears that the last insertion was taken back. */
  onTakenBack(last: LastInserted): void;
};

/** Inserts through the page in front, and by the clipboard where the page does not take it. */
export function createReplyInsertion(parts: Parts): ReplyInsertion {
  const { ticket, page } = parts;
  const entries = createInsertionEntries(ticket);
  const last = signal<LastInserted | null>(null);
  const finish = createFinish(parts, entries, last);
  const copy = createCopy(parts.copyText);

  async function run(place: string, wish: InsertWish, confirmedFor: ReplyChannel | null): Promise<InsertStep | null> {
    const front = writable(ticket.peek());
    if (front === null) return null;
    entries.show(front.key, place, { wish, shown: { step: "working" } });
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

  async function insert(place: string, wanted: Wanted): Promise<InsertStep | null> {
    if (entries.of(place)?.shown.step === "working") return null;
    if (typeof wanted !== "function") return run(place, wanted, null);
    const key = writable(ticket.peek())?.key;
    if (key === undefined) return null;
    entries.show(key, place, { wish: null, shown: { step: "working" } });
    // An article that cannot be read is as good as gone for this insertion; the agent is told.
    const wish = await wanted().catch(() => null);
    if (ticket.peek()?.key !== key) return null;
    const gone: InsertStep = { step: "notInserted", reason: "gone", isCopied: null };
    return wish ? run(place, wish, null) : finish(key, place, { wish, shown: gone });
  }

  return {
    of: (place) => entries.of(place)?.shown ?? null,
    insert,
    async insertAnyway(place) {
      const entry = entries.of(place);
      return entry?.wish && entry.shown.step === "asking" ? run(place, entry.wish, entry.shown.channel) : null;
    },
    async copyInstead(place) {
      const [key, entry] = [ticket.peek()?.key, entries.of(place)];
      if (key === undefined || !entry?.wish || entry.shown.step !== "asking") return null;
      return finish(key, place, { wish: entry.wish, shown: await copy(entry.wish, "copiedInstead") });
    },
    dismiss(place) {
      const key = ticket.peek()?.key;
      if (key !== undefined) entries.show(key, place, null);
    },
    last: () => (last.value?.key === ticket.value?.key ? last.value : null),
    takeBack: createTakeBack(parts, entries, last),
    dispose: entries.dispose,
  };
}

type LastSignal = ReturnType<typeof signal<LastInserted | null>>;

/** Shows what became of an insertion, and tells of its use. */
function createFinish({ onUsed }: Parts, entries: InsertionEntries, last: LastSignal) {
  return (key: string, place: string, entry: InsertEntry): InsertStep | null => {
    const isInserted = entry.shown.step === "inserted";
    const isShown = isInserted ? entries.showBriefly(key, place, entry) : entries.show(key, place, entry);
    if (!isShown) return null;
    const signal = signalOf(entry);
    const articleId = entry.wish?.articleId;
    if (signal === null || articleId === undefined) return entry.shown;
    onUsed(articleId, signal);
    if (isInserted) last.value = { key, place, articleId, signal };
    return entry.shown;
  };
}

function createCopy(copyText: Parts["copyText"]) {
  return async (wish: InsertWish, reason: NotInsertedReason): Promise<InsertStep> => {
    const isCopied = await copyText(plainText(wish.content)).then(
      () => true,
      // The clipboard may refuse, for example when the panel has lost the focus: the agent is told.
      () => false,
    );
    return { step: "notInserted", reason, isCopied };
  };
}

function createTakeBack({ ticket, page, onTakenBack }: Parts, entries: InsertionEntries, last: LastSignal) {
  return async (): Promise<"takenBack" | "notTakenBack" | null> => {
    const [front, inserted] = [writable(ticket.peek()), last.peek()];
    if (front === null || inserted?.key !== front.key) return null;
    // Once only: what stands in the reply afterwards is not what was inserted.
    last.value = null;
    const { key, tabId, helpdesk, id: ticketId, origin } = front;
    const answer = await page.takeBack(tabId, { helpdesk, ticketId, origin }).catch(() => null);
    if (answer?.outcome === "takenBack") {
      // Whatever ticket is in front by now: the mark is that of the one it was inserted into.
      onTakenBack(inserted);
      return "takenBack";
    }
    entries.show(key, inserted.place, { wish: null, shown: { step: "notTakenBack" } });
    return "notTakenBack";
  };
}

/** The ticket in front when its page is known to show it. */
function writable(front: TicketInFront | null): (TicketInFront & { tabId: number }) | null {
  if (front === null || front.tabId === null || front.state !== "ticket") return null;
  return { ...front, tabId: front.tabId };
}
