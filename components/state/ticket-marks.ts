/** What was put into replies on the ticket in front, now or on an earlier day. */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Ticket } from "../../lib/ticket";
import type { Library } from "../../lib/worker/protocol";
import type { TicketMark, TicketMarkKind } from "../../lib/worker/protocol/ticket-marks";
import type { TicketInFront } from "./ticket-in-front";

export type TicketMarks = {
  /** Marks of an article on the ticket in front, newest first. */
  of(articleId: string): TicketMark[];
  /** The agent has put an article to use. */
  add(articleId: string, kind: TicketMarkKind): void;
  /** What was added last beside the ticket of this key was taken back, whatever ticket is in front by now. */
  remove(key: string, articleId: string, kind: TicketMarkKind): void;
  dispose(): void;
};

type Parts = {
  library: Pick<Library, "marksOf" | "markTicket" | "unmarkTicket">;
  ticket: ReadonlySignal<TicketInFront | null>;
  /** The ticket in front as it was read; null when there is none. */
  ticketRead(): Ticket | null;
  nowMs(): number;
};

type Shown = { key: string; marks: TicketMark[] };

/** Follows the ticket in front. A mark that cannot be kept is shown all the same while the ticket is in front. */
export function createTicketMarks({ library, ticket, ticketRead, nowMs }: Parts): TicketMarks {
  const shown = signal<Shown | null>(null);

  const own = () => (shown.value !== null && shown.value.key === ticket.value?.key ? shown.value.marks : []);

  function others(articleId: string, kind: TicketMarkKind): TicketMark[] {
    return own().filter((mark) => mark.articleId !== articleId || mark.kind !== kind);
  }

  async function load(key: string, front: Ticket): Promise<void> {
    // Without its marks a ticket looks as if nothing was done on it: a pity, and no reason to trouble the agent.
    const stored = await library.marksOf({ ticket: front }).catch(() => []);
    if (ticket.peek()?.key !== key) return;
    const now = shown.peek()?.key === key ? (shown.peek()?.marks ?? []) : [];
    const isNew = (mark: TicketMark) => !now.some((one) => one.articleId === mark.articleId && one.kind === mark.kind);
    shown.value = { key, marks: [...now, ...stored.filter(isNew)] };
  }

  let lastAdded: { key: string; ticket: Ticket } | null = null;
  let loadedKey: string | null = null;
  const stopFollowing = effect(() => {
    const { key = null, state = null } = ticket.value ?? {};
    if (key === loadedKey || (key !== null && state !== "ticket")) return;
    loadedKey = key;
    const front = ticketRead();
    if (key !== null && front) void load(key, front);
  });

  return {
    of: (articleId) => own().filter((mark) => mark.articleId === articleId),
    add(articleId, kind) {
      const [front, key] = [ticketRead(), ticket.peek()?.key];
      if (!front || key === undefined) return;
      lastAdded = { key, ticket: front };
      shown.value = { key, marks: [{ articleId, kind, atMs: nowMs() }, ...others(articleId, kind)] };
      library.markTicket({ ticket: front, articleId, kind }).catch(() => undefined);
    },
    remove(key, articleId, kind) {
      if (shown.peek()?.key === key) shown.value = { key, marks: others(articleId, kind) };
      const marked = lastAdded?.key === key ? lastAdded.ticket : ticket.peek()?.key === key ? ticketRead() : null;
      if (marked) library.unmarkTicket({ ticket: marked, articleId, kind }).catch(() => undefined);
    },
    dispose: stopFollowing,
  };
}
