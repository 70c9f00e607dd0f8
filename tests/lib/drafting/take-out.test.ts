import { describe, expect, test } from "vitest";
import type { ArticleKind } from "../../../lib/contract/article";
import { proposeDraft } from "../../../lib/drafting/propose-draft";
import { createDraftTicket } from "./draft-ticket";
import { FRENCH } from "./planted-french";
import { ENGLISH_NUMBERS } from "./planted-numbers";
import { GERMAN, SPANISH } from "./planted-others";
import { ENGLISH_PEOPLE } from "./planted-people";
import type { PlantedTicket } from "./planted-ticket";

const KINDS: ArticleKind[] = ["how-to", "troubleshooting", "policy", "faq", "reference"];

function ticketOf({ subject = "Something does not work", customer, agent, fields = {} }: PlantedTicket) {
  const messages: [role: "customer" | "agent", text: string][] = [["customer", customer]];
  if (agent !== undefined) messages.push(["agent", agent]);
  return createDraftTicket({ subject, messages, fields });
}

function findsIn(fields: unknown, words: readonly string[]): string[] {
  const text = JSON.stringify(fields).toLowerCase();
  return words.filter((word) => text.includes(JSON.stringify(word).slice(1, -1).toLowerCase()));
}

describe.each([
  ["English", [...ENGLISH_NUMBERS, ...ENGLISH_PEOPLE]],
  ["French", FRENCH],
  ["German", GERMAN],
  ["Spanish", SPANISH],
])("%s tickets", (_language, tickets) => {
  test.each(tickets.map((ticket) => [ticket.name, ticket] as const))("%s survives in no field", (_name, ticket) => {
    for (const kind of KINDS) {
      const { content } = proposeDraft(ticketOf(ticket), kind);
      expect(findsIn(content, ticket.planted), kind).toEqual([]);
    }
  });

  test.each(tickets.map((ticket) => [ticket.name, ticket] as const))(
    "%s survives in no agent’s answer",
    (_name, { customer, planted, fields = {} }) => {
      const ticket = createDraftTicket({ subject: "Help", messages: [["agent", customer]], fields });

      expect(findsIn(proposeDraft(ticket, "how-to").content, planted)).toEqual([]);
    },
  );

  test.each(tickets.filter(({ stays }) => stays !== undefined).map((ticket) => [ticket.name, ticket] as const))(
    "beside %s the matter stays",
    (_name, ticket) => {
      const { content } = proposeDraft(ticketOf(ticket), "troubleshooting");

      expect(findsIn(content, ticket.stays ?? [])).toEqual(ticket.stays);
    },
  );
});
