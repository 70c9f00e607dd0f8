import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keepApiEntry, readApiEntry } from "../../../lib/browser/api-tickets";
import { forgetTab, keepReport, onTabPageChanged, readTabPage, tabsWithPages } from "../../../lib/browser/tab-pages";
import type { PageReport } from "../../../lib/ticket";
import { message, ticket } from "../builders";

beforeEach(() => {
  fakeBrowser.reset();
});

const PAGE = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed";
const NEXT_PAGE = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

const report = (text: string): PageReport => ({
  state: "ticket",
  helpdesk: "zendesk",
  ticket: ticket({ text }),
  readBy: {},
  missing: [],
  gaps: [],
});
const changed = (pageReport: unknown, pageId = PAGE) => ({ type: "ticketChanged", pageId, report: pageReport });

it("keeps each tab's page apart", async () => {
  await keepReport(changed(report("one")), 1);
  await keepReport(changed(report("two")), 2);

  expect(await readTabPage(1)).toEqual(report("one"));
  expect(await readTabPage(2)).toEqual(report("two"));
  expect(await tabsWithPages()).toEqual([1, 2]);
});

it("forgets a tab", async () => {
  await keepReport(changed(report("one")), 1);

  await forgetTab(1);

  expect(await readTabPage(1)).toBeNull();
});

it.each([
  ["no message of ours", { type: "other" }],
  ["a report of no known form", changed({ state: "ticket", helpdesk: "zendesk", ticket: { id: "1" } })],
  [
    "a ticket with an address that runs code",
    changed({ ...report("x"), ticket: { ...ticket(), url: "javascript:alert(1)" } }),
  ],
  ["a text beyond all measure", changed(report("x".repeat(20_001)))],
])("drops %s", async (_name, sent) => {
  await keepReport(sent, 1);

  expect(await readTabPage(1)).toBeNull();
});

it("drops what comes from no tab", async () => {
  await keepReport(changed(report("one")), undefined);

  expect(await tabsWithPages()).toEqual([]);
});

it("does not let the last word of a page that is gone wipe out its successor", async () => {
  await keepReport(changed(report("new"), NEXT_PAGE), 1);

  await keepReport(changed({ state: "none", helpdesk: "zendesk" }, PAGE), 1);

  expect(await readTabPage(1)).toEqual(report("new"));
});

it("lets a page say of itself that it shows no ticket any more", async () => {
  await keepReport(changed(report("one")), 1);

  await keepReport(changed({ state: "none", helpdesk: "zendesk" }), 1);

  expect(await readTabPage(1)).toEqual({ state: "none", helpdesk: "zendesk" });
});

it("keeps the newest messages of a ticket that is too long", async () => {
  const messages = Array.from({ length: 15 }, (_, at) => message(`${at} `.padEnd(20_000, "x")));
  const long: PageReport = {
    state: "ticket",
    helpdesk: "zendesk",
    ticket: ticket({ messages }),
    readBy: {},
    missing: [],
    gaps: [],
  };

  await keepReport(changed(long), 1);

  const kept = await readTabPage(1);
  const texts = kept?.state === "ticket" ? kept.ticket.messages.map(({ text }) => text.slice(0, 2)) : [];
  expect(texts).toHaveLength(10);
  expect(texts.at(-1)).toBe("14");
});

it("keeps a ticket's core when session storage is full, and says so when not even that fits", async () => {
  const set = fakeBrowser.storage.session.set;
  const sizes: number[] = [];
  let roomFor = 0;
  fakeBrowser.storage.session.set = async (items) => {
    const size = JSON.stringify(items).length;
    sizes.push(size);
    if (size > roomFor) throw new Error("QUOTA_BYTES quota exceeded");
    await set(items);
  };
  const long = report("x".repeat(5_000));

  roomFor = 7_000;
  await keepReport(
    changed({ ...long, ticket: { ...ticket(), tags: Array.from({ length: 50 }, () => "y".repeat(900)) } }),
    1,
  );
  roomFor = 500;
  await keepReport(changed(long), 2);
  fakeBrowser.storage.session.set = set;

  expect(await readTabPage(1)).toMatchObject({ state: "ticket", ticket: { tags: [] } });
  expect(await readTabPage(2)).toMatchObject({ state: "unreadable", ticketId: "101" });
});

it("gives up answers of the helpdesk's API before a page's own ticket", async () => {
  const place = { host: "acme.zendesk.com", ticketId: "202" };
  await keepApiEntry(place, { answer: null, quietUntilMs: 0 });
  const set = fakeBrowser.storage.session.set;
  fakeBrowser.storage.session.set = async (items) => {
    if ((await readApiEntry(place)) !== null) throw new Error("QUOTA_BYTES quota exceeded");
    await set(items);
  };

  await keepReport(changed(report("one")), 1);
  fakeBrowser.storage.session.set = set;

  expect(await readTabPage(1)).toEqual(report("one"));
});

it("tells which tab changed", async () => {
  const tabs: number[] = [];
  const end = onTabPageChanged((tabId) => tabs.push(tabId));

  await keepReport(changed(report("one")), 7);
  end();
  await keepReport(changed(report("two")), 8);

  expect(tabs).toEqual([7]);
});
