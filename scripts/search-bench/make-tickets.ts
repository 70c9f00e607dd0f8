import type { Article } from "../../lib/contract/article";
import type { Ticket } from "../../lib/ticket";
import { createPicker, createRandom } from "./random";

/** Lengths that are measured, in words. */
export const TICKET_LENGTHS = [20, 100, 300, 1_000] as const;

/** So many tickets of each length are asked before any is measured: a panel that has just opened is measured apart. */
export const WARM_UP = 5;

function paragraphsOf(article: Article): string[] {
  return article.sections.flatMap(({ text }) => text.split(/\n+/)).filter((paragraph) => paragraph.trim() !== "");
}

/** A ticket whose one message has exactly `wordCount` words: paragraphs of articles at random, which is more varied than any customer. */
function makeTicket(paragraphs: string[][], wordCount: number, pick: <T>(list: readonly T[]) => T): Ticket {
  const words: string[] = [];
  while (words.length < wordCount) words.push(...pick(pick(paragraphs)).split(/\s+/));
  const text = words.slice(0, wordCount).join(" ");
  return {
    helpdesk: "zendesk",
    id: "1",
    url: "https://acme.zendesk.com/agent/tickets/1",
    subject: "",
    messages: [{ id: null, role: "customer", sentAt: null, text }],
    tags: [],
    fields: {},
    channel: null,
  };
}

/** Tickets of every length, `count` of each and WARM_UP before them; the same for the same corpus and seed. */
export function makeTickets(corpus: Article[], count: number, seed: number): { words: number; tickets: Ticket[] }[] {
  const pick = createPicker(createRandom(seed));
  const paragraphs = corpus.map(paragraphsOf).filter((own) => own.length > 0);
  return TICKET_LENGTHS.map((words) => ({
    words,
    tickets: Array.from({ length: count + WARM_UP }, () => makeTicket(paragraphs, words, pick)),
  }));
}
