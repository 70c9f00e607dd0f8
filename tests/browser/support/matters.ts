/** Twelve tickets, each with one article of its own that shares no word with the others, and what may stand where. */
import type { ReplicaTicket } from "../../replicas/desk";
import type { ArticleLine } from "./backend";
import type { Moment } from "./panel-record";

const WORDS: Record<string, string> = {
  101: "Espresso grinder burrs dosing hopper portafilter",
  102: "Bicycle pedal crank chainring derailleur spokes",
  103: "Tent zipper awning pegs groundsheet canopy",
  104: "Violin bridge strings rosin chinrest tailpiece",
  105: "Aquarium filter gravel snails heater algae",
  106: "Telescope mirror eyepiece tripod finderscope nebula",
  107: "Sewing bobbin needle thread spool hem",
  108: "Greenhouse tomato seedlings compost trellis pruning",
  109: "Kayak paddle rudder hull lifejacket rapids",
  110: "Candle wax wick mould fragrance beeswax",
  111: "Drone propeller gimbal battery firmware altitude",
  112: "Sourdough starter flour proofing oven crust",
};

export const MATTER_IDS = Object.keys(WORDS) as [string, ...string[]];

/** The one article that fits a ticket. */
export const articleOf = (ticketId: string): string => `article-${ticketId}`;

const titleOf = (words: string) => words.split(" ").slice(0, 3).join(" ");
const listed = (words: string) => words.split(" ").slice(3).join(", ");

export const MATTER_ARTICLES: ArticleLine[] = Object.entries(WORDS).map(([id, words]) => ({
  ...{ _id: articleOf(id), title: titleOf(words), text: `${titleOf(words)}: ${listed(words)}.` },
  metadata: { language: "en", audience: "public", url: `https://help.acme.example/${articleOf(id)}` },
}));

export const MATTER_TICKETS: ReplicaTicket[] = Object.entries(WORDS).map(([id, words]) => ({
  ...{ id, subject: titleOf(words), tags: [] },
  messages: [
    {
      ...{ role: "customer", author: "Nora Lindqvist", sentAt: "2026-11-20T08:00:00Z" },
      text: `${titleOf(words)}: ${listed(words)}?`,
    },
  ],
}));

const draftText = (ticketId: string) => `Draft of ${ticketId}.`;

/** What an agent had written on each ticket before. */
export const MATTER_DRAFTS = Object.fromEntries(MATTER_IDS.map((id) => [id, `<p>${draftText(id)}</p>`]));

/** A press of a card's button in the panel, and the ticket the panel showed at that moment. */
export type Press = { ticketId: string | null; articleId: string; action: string; isFirst: boolean };

/** What a composer held, for the ticket it was drawn for. */
export type Writing = { ticketId: string; html: string };

/** The moments in which a card of another ticket's article, or another ticket's subject, stands beside a ticket. */
export function misplacedMoments(moments: Moment[]): Moment[] {
  return moments.filter(({ ticketId, subject, cardIds }) => {
    const isStrange = (id: string) => ticketId === null || id !== articleOf(ticketId);
    return (
      cardIds.some(isStrange) || MATTER_TICKETS.some((other) => other.id !== ticketId && other.subject === subject)
    );
  });
}

/** The presses on a card that did not belong to the ticket in front. */
export function misplacedPresses(presses: Press[]): Press[] {
  return presses.filter(({ ticketId, articleId }) => ticketId === null || articleId !== articleOf(ticketId));
}

const LINK = /<a href="https:\/\/help\.acme\.example\/(article-\d+)">[^<]*<\/a>/g;

/** The articles whose links stand in a composer. */
export function linkedIn({ html }: Writing): string[] {
  return [...html.matchAll(LINK)].flatMap(([, articleId]) => articleId ?? []);
}

/** The composers that hold more or less than their draft and links to their own ticket's article. */
export function misplacedWritings(writings: Writing[]): Writing[] {
  return writings.filter((writing) => {
    const { ticketId, html } = writing;
    const rest = html.replaceAll(LINK, "").replace(/<[^>]*>|&nbsp;|\s/g, "");
    const isStrange = (id: string) => id !== articleOf(ticketId);
    return linkedIn(writing).some(isStrange) || rest !== draftText(ticketId).replace(/\s/g, "");
  });
}
