/** Strategies that throw, as a page-reader update of a careless day might hold them: the others of their list go on. */
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { Adapter, PageReading } from "../../content-scripts/adapter";
import { readTicket } from "../../content-scripts/engine/read-ticket";
import { zendesk } from "../../content-scripts/zendesk";
import { DRAWN_AT_ONCE, renderDesk } from "../replicas/desk";
import { makeTicket } from "./living-desk";

const url = new URL("https://acme.zendesk.com/agent/tickets/101");

const broken = { name: "broken", lastSeen: "2026-11", selector: "[[" };
const brokenPattern = { name: "broken", lastSeen: "2026-11", selector: "input", read: "value" as const, pattern: "(" };

function readWith(change: (reading: PageReading) => Partial<PageReading>) {
  const ticket = makeTicket("101", { tags: ["box"], fields: { priority: "High" } });
  const html = renderDesk({ helpdesk: "zendesk", tickets: [ticket], openTicketId: null, delaysMs: DRAWN_AT_ONCE });
  const { document } = new JSDOM(html, { url: url.href, runScripts: "dangerously" }).window;
  const { reading } = zendesk;
  const adapter: Adapter = { ...zendesk, reading: { ...reading, ...change(reading) } };
  const read = readTicket(adapter, document, url, "101");
  return typeof read === "string" ? read : read.ticket;
}

describe("a strategy that throws", () => {
  it.each<[string, (reading: PageReading) => Partial<PageReading>]>([
    ["the root", ({ root }) => ({ root: [broken, ...root] })],
    ["the walk up to the root", ({ root }) => ({ root: root.map((strategy) => ({ ...strategy, closest: "[[" })) })],
    ["the subject", ({ subject }) => ({ subject: [{ ...broken, read: "text" }, brokenPattern, ...subject] })],
    ["the tags", ({ tags }) => ({ tags: [{ ...broken, read: "text" }, brokenPattern, ...tags] })],
    ["the fields", ({ fields }) => ({ fields: [{ ...brokenPattern, field: "priority" }, ...fields] })],
    [
      "a field's name",
      ({ fields }) => ({
        fields: [
          { ...broken, selector: "input", read: "value", field: { on: "[[", attribute: "id", pattern: "(" } },
          ...fields,
        ],
      }),
    ],
    ["the messages", ({ messages }) => ({ messages: { ...messages, elements: [broken, ...messages.elements] } })],
    ["the opening message", ({ messages }) => ({ messages: { ...messages, opening: [broken] } })],
    ["the bodies", ({ messages }) => ({ messages: { ...messages, body: [broken, ...messages.body] } })],
    ["the times", ({ messages }) => ({ messages: { ...messages, sentAt: [brokenPattern, ...messages.sentAt] } })],
    ["the older messages", ({ messages }) => ({ messages: { ...messages, older: ["[["] } })],
    [
      "the roles",
      ({ messages }) => ({
        messages: { ...messages, roles: [{ ...broken, when: ["[["], role: "note" }, ...messages.roles] },
      }),
    ],
    ["the cleaning", ({ cleaning }) => ({ cleaning: { ...cleaning, erase: ["("], cutAt: ["[", ...cleaning.cutAt] } })],
  ])("is passed over for %s", (_what, change) => {
    const ticket = readWith(change);

    expect(ticket).toMatchObject({
      subject: "Subject 101",
      messages: [{ role: "customer", text: "Text 101", sentAt: "2026-09-14T08:00:00.000Z" }],
      tags: ["box"],
      fields: { priority: "High" },
    });
  });

  it("lets nothing through where what is not to be trusted cannot be told", () => {
    const ticket = readWith(() => ({ untrusted: ["[["] }));

    expect(ticket).toBe("absent");
  });
});
