import { stat } from "node:fs/promises";
import type { DeskLanguage, ReplicaTicket } from "../../tests/replicas/desk";
import { type BeirQuery, readBeirQueries } from "../relevance/beir";
import { UsageError } from "./options";

/** A ticket of the set with the place it has there, counted from 1; that is also its id in the helpdesk. */
type NumberedQuery = { query: BeirQuery; id: string };

/** The ticket to open, and a few of its neighbours to switch to. */
export type ChosenTickets = { open: ReplicaTicket; all: ReplicaTicket[]; language: DeskLanguage };

/** How many tickets the helpdesk shows. */
const SHOWN = 5;

const FIRST_MESSAGE_MS = Date.parse("2026-11-20T08:30:00Z");
const NAMES = { customer: "Customer", agent: "Agent", bot: "Assistant", note: "Agent" } as const;

/** A ticket as the replica helpdesk shows it. Sets without names or times get plain ones. */
export function replicaTicket({ query, id }: NumberedQuery): ReplicaTicket {
  const messages = query.metadata.messages ?? [{ role: "customer" as const, text: query.text }];
  return {
    id,
    subject: query.metadata.subject,
    tags: query.metadata.tags,
    fields: query.metadata.fields,
    messages: messages.map(({ role, text, author, sentAt }, position) => ({
      ...{ role, text },
      author: author ?? NAMES[role],
      sentAt: sentAt ?? new Date(FIRST_MESSAGE_MS + position * 600_000).toISOString(),
    })),
  };
}

/** Reads the tickets of a set and picks the n-th of a language. Throws a UsageError when there is none. */
export async function chooseTickets(folder: string, language: string | null, number: number): Promise<ChosenTickets> {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new UsageError(`--data: ${folder} is no folder.`);
  const queries = await readBeirQueries(folder).catch((error: unknown) => {
    throw new UsageError(`--data: ${error instanceof Error ? error.message : String(error)}`);
  });
  const numbered = queries.map((query, position) => ({ query, id: String(position + 1) }));
  const inLanguage = numbered.filter(({ query }) => language === null || (query.metadata.lang ?? "en") === language);
  const chosen = inLanguage[number - 1];
  if (!chosen) {
    const which = language === null ? "tickets" : `tickets in ${language}`;
    throw new UsageError(`--ticket ${number}: ${folder} has ${inLanguage.length} ${which}.`);
  }
  const from = Math.max(0, Math.min(number - 1 - Math.floor(SHOWN / 2), inLanguage.length - SHOWN));
  const all = inLanguage.slice(from, from + SHOWN).map(replicaTicket);
  return { open: replicaTicket(chosen), all, language: chosen.query.metadata.lang === "fr" ? "fr" : "en" };
}
