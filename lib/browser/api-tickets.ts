/**
 * What the helpdesks' APIs answered, in session storage, by host and ticket: whichever tab shows the ticket, and
 * however late its panel opens. One writer, the background. Bounded, because tabs' pages need the same room.
 */
import { browser } from "wxt/browser";
import { z } from "../contract/zod";
import { apiTicketSchema } from "../page-commands";

/** A ticket of one helpdesk; the host has a port where the address has one. */
export type TicketPlace = { host: string; ticketId: string };

const apiEntrySchema = z.object({
  /** Null: the helpdesk says there is no such ticket, or that it is none of the agent's business. */
  answer: apiTicketSchema.nullable(),
  /** Until then it is not asked for again. */
  quietUntilMs: z.number(),
});
export type ApiEntry = z.infer<typeof apiEntrySchema>;

const MAX_TICKETS = 20;

/** Of all answers together, in characters; they may need twice as many bytes. */
const MAX_LENGTH = 1_500_000;

const INDEX_KEY = "apiTickets";
const indexSchema = z.array(z.object({ key: z.string(), length: z.number() })).catch([]);

const KEY_PREFIX = "api:";
const keyOf = ({ host, ticketId }: TicketPlace) => `${KEY_PREFIX}${host}/${ticketId}`;
const hostOf = (key: string) => key.slice(KEY_PREFIX.length, key.lastIndexOf("/"));
const quietKeyOf = (host: string) => `apiQuiet:${host}`;

async function read(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

/** What is known of a ticket; null when nothing is. */
export async function readApiEntry(place: TicketPlace): Promise<ApiEntry | null> {
  const parsed = apiEntrySchema.safeParse(await read(keyOf(place)));
  return parsed.success ? parsed.data : null;
}

/** Until when a host wants to be left alone; 0 when it does not. */
export async function readQuietUntil(host: string): Promise<number> {
  return z
    .number()
    .catch(0)
    .parse(await read(quietKeyOf(host)));
}

/** Leaves a host alone until then. */
export async function keepQuietUntil(host: string, untilMs: number): Promise<void> {
  await browser.storage.session.set({ [quietKeyOf(host)]: untilMs });
}

/** The index with an entry put last, and the keys of those there is no room for any more. */
function makeRoom(index: z.infer<typeof indexSchema>, added: { key: string; length: number }) {
  const kept = [...index.filter(({ key }) => key !== added.key), added];
  const dropped: string[] = [];
  const length = () => kept.reduce((sum, entry) => sum + entry.length, 0);
  while (kept.length > 1 && (kept.length > MAX_TICKETS || length() > MAX_LENGTH)) {
    const oldest = kept.shift();
    if (oldest) dropped.push(oldest.key);
  }
  return { kept, dropped };
}

async function readIndex() {
  return indexSchema.parse(await read(INDEX_KEY));
}

/** Hosts of which answers are kept, each once. */
export async function hostsWithAnswers(): Promise<string[]> {
  return [...new Set((await readIndex()).map(({ key }) => hostOf(key)))];
}

/** Changes of the index queue behind each other. */
let queue: Promise<unknown> = Promise.resolve();
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = queue.then(work);
  queue = result.catch(() => undefined);
  return result;
}

/** Keeps what is known of a ticket; the oldest go where there is no room. Never rejects for want of room. */
export function keepApiEntry(place: TicketPlace, entry: ApiEntry): Promise<void> {
  return inTurn(async () => {
    const key = keyOf(place);
    const index = await readIndex();
    const { kept, dropped } = makeRoom(index, { key, length: JSON.stringify(entry).length });
    if (dropped.length > 0) await browser.storage.session.remove(dropped);
    try {
      await browser.storage.session.set({ [key]: entry, [INDEX_KEY]: kept });
    } catch (error) {
      console.warn("Souffleur: an answer of the helpdesk did not fit into session storage", error);
      await forgetAll();
    }
  });
}

async function forgetAll(): Promise<boolean> {
  const index = await readIndex();
  if (index.length === 0) return false;
  await browser.storage.session.remove([...index.map(({ key }) => key), INDEX_KEY]);
  return true;
}

/** Forgets all answers; true when there were any. */
export function forgetApiEntries(): Promise<boolean> {
  return inTurn(forgetAll);
}

/** Forgets the answers of these hosts. That one of them wants to be left alone is not forgotten. */
export function forgetAnswersOf(hosts: string[]): Promise<void> {
  return inTurn(async () => {
    const index = await readIndex();
    const forgotten = index.filter(({ key }) => hosts.includes(hostOf(key)));
    if (forgotten.length === 0) return;
    await browser.storage.session.set({ [INDEX_KEY]: index.filter((entry) => !forgotten.includes(entry)) });
    await browser.storage.session.remove(forgotten.map(({ key }) => key));
  });
}
