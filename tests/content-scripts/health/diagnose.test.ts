import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { Adapter } from "../../../content-scripts/adapter";
import { systemClock } from "../../../content-scripts/clock";
import { freshdesk } from "../../../content-scripts/freshdesk";
import { addressShape } from "../../../content-scripts/health/address-shape";
import { diagnose } from "../../../content-scripts/health/diagnose";
import { updateAdapter } from "../../../content-scripts/update/update-adapter";
import { zendesk } from "../../../content-scripts/zendesk";
import { type Diagnosis, diagnosisSchema } from "../../../lib/page-commands";
import { type DeskOptions, DRAWN_AT_ONCE, renderDesk } from "../../replicas/desk";
import { makeMessage, makeTicket } from "../living-desk";

function diagnosePage(
  adapter: Adapter,
  html: string,
  address: string,
  update = updateAdapter(adapter, null, document()),
) {
  const { window } = new JSDOM(html, { url: address, runScripts: "dangerously" });
  return diagnose(update, {
    document: window.document,
    getUrl: () => new URL(address),
    clock: systemClock,
    fetch: () => Promise.reject(new Error("asked for nothing")),
    memory: { last: null },
    readUpdate: async () => null,
  });
}

const document = () => new JSDOM("").window.document;

const desk = (options: Pick<DeskOptions, "helpdesk" | "tickets"> & Partial<DeskOptions>) =>
  renderDesk({ openTicketId: null, delaysMs: DRAWN_AT_ONCE, ...options });

const strategiesOf = ({ fields }: Diagnosis, name: string) =>
  fields.find(({ field }) => field === name)?.strategies.filter(({ found, isUsed }) => found > 0 || isUsed) ?? [];

const inShort = (diagnosis: Diagnosis, field: string) =>
  strategiesOf(diagnosis, field).map(({ name, found, isUsed }) => `${name} ${found}${isUsed ? " used" : ""}`);

const ZENDESK_TICKET = "https://acme.zendesk.com/agent/tickets/301";

describe("diagnose", () => {
  const messages = [
    makeMessage(),
    makeMessage({ role: "agent", text: "Which number?" }),
    makeMessage({ role: "note", text: "VIP" }),
  ];

  it("counts what each strategy finds and says which one was used", () => {
    const html = desk({ helpdesk: "zendesk", tickets: [makeTicket("301", { messages }), makeTicket("302")] });

    const diagnosis = diagnosePage(zendesk, html, ZENDESK_TICKET);

    expect(inShort(diagnosis, "ticket").at(0)).toBe("standard-layout 1 used");
    expect(inShort(diagnosis, "subject")).toEqual(["omni-header 1 used"]);
    expect(inShort(diagnosis, "messages")).toEqual(["comment-item 3 used", "comment-item-any 3"]);
    expect(inShort(diagnosis, "body")).toEqual(["content-comment 3 used", "content 3", "comment 3"]);
    expect(inShort(diagnosis, "sentAt")).toEqual(["relative 3 used", "any-time 3"]);
    expect(inShort(diagnosis, "role")).toEqual(["note-tag 1 used", "type 1", "label 1", "type 1 used", "type 1 used"]);
    expect(diagnosis.roles).toEqual({ customer: 1, agent: 1, note: 1 });
  });

  it("keeps the strategies in the order in which they are tried", () => {
    const diagnosis = diagnosePage(
      zendesk,
      desk({ helpdesk: "zendesk", tickets: [makeTicket("301")] }),
      ZENDESK_TICKET,
    );

    const subject = diagnosis.fields.find(({ field }) => field === "subject");
    expect(subject?.strategies.map(({ name }) => name)).toEqual(zendesk.reading.subject.map(({ name }) => name));
  });

  it("tells the facts of the page", () => {
    const html = desk({ helpdesk: "freshdesk", tickets: [makeTicket("301")], language: "fr", messagesIn: "shadow" });

    const diagnosis = diagnosePage(freshdesk, html, "https://acme.freshdesk.com/a/tickets/301");

    expect(diagnosis.page).toMatchObject({
      language: "fr",
      frames: 0,
      openShadowRoots: 2,
      shadowRootsSearched: 2,
      rootsShown: expect.any(Number),
      identity: "same",
      isReadable: true,
    });
  });

  it("tells panes that are hidden from those that are shown", () => {
    const html = desk({ helpdesk: "zendesk", tickets: [makeTicket("301")] }).replace(
      "</style>",
      "#main_panes > div { visibility: hidden !important }</style>",
    );

    const diagnosis = diagnosePage(zendesk, html, ZENDESK_TICKET);

    expect(diagnosis.page).toMatchObject({ rootsShown: 0, isReadable: false });
    expect(diagnosis.page.rootsHidden).toBeGreaterThan(0);
    expect(inShort(diagnosis, "subject")).toEqual(["omni-header 1"]);
  });

  it("counts messages whose text no strategy reads", () => {
    const html = `<div data-test-id="ticket-301-standard-layout"><article data-test-id="omni-log-comment-item"><p>New body</p></article></div>`;

    const diagnosis = diagnosePage(zendesk, html, ZENDESK_TICKET);

    expect(inShort(diagnosis, "messages")).toEqual(["comment-item 1 used", "comment-item-any 1"]);
    expect(inShort(diagnosis, "body")).toEqual([]);
  });

  it("says what became of the update", () => {
    const update = updateAdapter(
      zendesk,
      { helpdesk: "zendesk", version: 4, updatedAt: "2026-11-02T08:00:00Z", reading: { untrusted: ["[["] } },
      document(),
    );

    const diagnosis = diagnosePage(zendesk, "", ZENDESK_TICKET, update);

    expect(diagnosis.update).toMatchObject({ version: 4, state: "refused", problem: expect.stringContaining("[[") });
  });

  it.each([
    ["a list", "https://acme.zendesk.com/agent/filters/360", false],
    ["a ticket that is not drawn", ZENDESK_TICKET, true],
  ])("answers on %s", (_what, address, isTicketAddress) => {
    const diagnosis = diagnosePage(zendesk, "<main></main>", address);

    expect(diagnosis).toMatchObject({ isTicketAddress, roles: {}, page: { isReadable: false } });
    expect(diagnosis.fields.flatMap(({ strategies }) => strategies).filter(({ found }) => found > 0)).toEqual([]);
  });
});

/** Every text and attribute of a page that is not what the reader looks for gets the word. */
function strewCanaries(html: string, address: string): string {
  const { window } = new JSDOM(html, { url: address, runScripts: "dangerously" });
  const { document } = window;
  const ours =
    /^(?:class|style|type|data-test-[\w-]+|data-garden-id|data-is-active|data-ticket-id|role|contenteditable)$/;
  for (const script of document.querySelectorAll("script, style")) script.remove();
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) {
      if (!ours.test(name)) element.setAttribute(name, `${element.getAttribute(name)}canary`);
    }
    element.setAttribute("title", "canary");
    element.setAttribute("data-canary", "canary");
    element.setAttribute("aria-label", "Internal note from canary");
    if (element.children.length === 0) element.append("canary");
  }
  document.documentElement.setAttribute("lang", "canary-canary");
  return document.documentElement.outerHTML;
}

describe("a diagnosis", () => {
  const full = (id: string) =>
    makeTicket(id, {
      subject: "canary",
      tags: ["canary"],
      fields: { priority: "canary", type: "canary", cf_canary: "canary" },
      messages: [makeMessage({ author: "canary", text: "canary" }), makeMessage({ role: "note", text: "canary" })],
    });

  it.each([
    [zendesk, "https://acme.zendesk.com/agent/tickets/7654321?comment=canary#canary"],
    [zendesk, "https://canary.zendesk.com/agent/canary/7654321/canary-canary"],
    [freshdesk, "https://acme.freshdesk.com/a/tickets/7654321?note=canary"],
    [freshdesk, "https://canary.freshdesk.com/a/tickets/filters/canary"],
  ])("holds no word and no id of the page", (adapter, address) => {
    const html = desk({
      helpdesk: adapter.helpdesk as "zendesk" | "freshdesk",
      tickets: [full("7654321")],
      account: "canary",
    });
    const strewn = strewCanaries(html, address);

    const diagnosis = diagnosePage(adapter, strewn, address);

    expect(strewn).toContain("canary");
    expect(diagnosis.page.isReadable).toBe(diagnosis.isTicketAddress);
    expect(JSON.stringify(diagnosis)).not.toMatch(/canary|7654321/i);
  });

  it("is of the form that is agreed, with the longest update", () => {
    const long = Array.from({ length: 20 }, (_, index) => ({
      name: `s-${index}`,
      lastSeen: "2026-11",
      selector: `.${"x".repeat(499)}`,
      read: "text" as const,
    }));
    const reading = {
      subject: long,
      tags: long,
      channel: long,
      messages: { body: long.map(({ read, ...rest }) => rest) },
    };
    const update = updateAdapter(
      zendesk,
      { helpdesk: "zendesk", version: 4, updatedAt: "2026-11-02T08:00:00Z", reading },
      document(),
    );

    const diagnosis = diagnosePage(
      zendesk,
      desk({ helpdesk: "zendesk", tickets: [full("301")] }),
      ZENDESK_TICKET,
      update,
    );

    expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
  });
});

describe("addressShape", () => {
  it.each([
    ["https://acme.zendesk.com/agent/tickets/101/events?comment=7#x", "/agent/tickets/{n}/events"],
    ["https://acme.zendesk.com/agent/users/9/nora-lindqvist", "/agent/users/{n}/{x}"],
    ["https://acme.zendesk.com/agent/tickets/new/2", "/agent/tickets/new/{n}"],
    ["https://acme.freshdesk.com/a/tickets/filters/nora", "/a/tickets/filters/{x}"],
    ["https://acme.freshdesk.com/a/tickets/0a1b2c3d4e5f", "/a/tickets/{x}"],
    ["https://help.acme.example/#ticket/zoom/17/nora", "/#ticket/zoom/{n}/{x}"],
    ["https://help.acme.example/#nora", "/"],
    ["https://help.acme.example/", "/"],
  ])("of %s is %s", (address, shape) => {
    const found = addressShape(new URL(address));

    expect(found).toBe(shape);
  });
});
