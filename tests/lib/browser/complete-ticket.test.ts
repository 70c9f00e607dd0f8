import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createTicketCompleter } from "../../../lib/browser/complete-ticket";
import { forgetTab, keepReport, onTabPageChanged, readTabPage } from "../../../lib/browser/tab-pages";
import type { ApiReadAnswer, ApiReadRequest } from "../../../lib/page-commands";
import type { PageReport, Ticket } from "../../../lib/ticket";
import { message, ticket } from "../builders";

beforeEach(() => {
  fakeBrowser.reset();
});

const TAB = 7;
const PAGE = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed";
const HOST = "acme.zendesk.com";
const MINUTE_MS = 60_000;

const urlOf = (id: string, host = HOST) => `https://${host}/agent/tickets/${id}`;

function partOf(id: string, host = HOST): PageReport {
  const own = ticket({ id, url: urlOf(id, host), messages: [{ ...message(`new ${id}`), id: `${id}-2` }] });
  return { state: "ticket", helpdesk: "zendesk", ticket: own, readBy: {}, missing: [], gaps: ["older"] };
}

function whole(id: string, overrides: Partial<Ticket> = {}): ApiReadAnswer {
  const messages = [`old ${id}`, `new ${id}`].map((text, at) => ({ ...message(text), id: `${id}-${at + 1}` }));
  const told = ticket({ id, url: urlOf(id), messages, ...overrides });
  return { outcome: "answered", answer: { updatedAt: `state of ${id}`, ticket: told, noteIds: [] } };
}

const refused = (status: number | null, retryAfterMs: number | null = null): ApiReadAnswer => ({
  ...{ outcome: "refused", status, retryAfterMs },
});

/** A completer whose pages answer with the whole ticket unless told otherwise; one for all restarts of a background. */
function start(answer: (request: ApiReadRequest) => unknown = ({ ticketId }) => whole(ticketId)) {
  const clock = { nowMs: 1_000_000_000_000 };
  const setting = { isAllowed: true };
  const readByApi = vi.fn(async (_tabId: number, request: ApiReadRequest) => answer(request));
  const create = () =>
    createTicketCompleter({
      isAllowed: () => Promise.resolve(setting.isAllowed),
      readByApi: (tabId, request) => readByApi(tabId, request),
      nowMs: () => clock.nowMs,
    });
  return { clock, setting, readByApi, create, complete: create() };
}

/** What a page says, as the background hears it. */
function tell(report: PageReport, tabId = TAB, host = HOST) {
  const id = report.state === "ticket" ? report.ticket.id : "";
  return keepReport({ type: "ticketChanged", pageId: PAGE, report }, tabId, urlOf(id, host));
}

const none: PageReport = { state: "none", helpdesk: "zendesk" };

async function textsIn(tabId = TAB) {
  const report = await readTabPage(tabId);
  return report?.state === "ticket" ? report.ticket.messages.map(({ text }) => text) : report?.state;
}

it("completes the ticket in front for whoever reads the tab's page", async () => {
  const { complete } = start();
  await tell(partOf("101"));

  await complete(TAB);

  expect(await textsIn()).toEqual(["old 101", "new 101"]);
});

it("tells those who follow the tab's page", async () => {
  const { complete } = start();
  await tell(partOf("101"));
  const heard: number[] = [];
  onTabPageChanged((tabId) => heard.push(tabId));

  await complete(TAB);

  expect(heard).toEqual([TAB]);
});

it("merges later reports of the page with the same answer", async () => {
  const { complete, readByApi } = start();
  await tell(partOf("101"));
  await complete(TAB);
  const part = partOf("101");
  if (part.state === "ticket") part.ticket.messages.push({ ...message("newest"), id: "101-3" });

  await tell(part);
  await complete(TAB);

  expect(await textsIn()).toEqual(["old 101", "new 101", "newest"]);
  expect(readByApi).toHaveBeenCalledTimes(1);
});

it("completes a page that could not be read", async () => {
  const { complete } = start();
  const report: PageReport = {
    ...{ state: "unreadable", helpdesk: "zendesk", ticketId: "101" },
    ...{ missing: [], readBy: {} },
  };
  await keepReport({ type: "ticketChanged", pageId: PAGE, report }, TAB, urlOf("101"));

  await complete(TAB);

  expect(await textsIn()).toEqual(["old 101", "new 101"]);
});

it.each<[string, PageReport]>([
  ["a ticket that is all in the page", { ...partOf("101"), gaps: [] } as PageReport],
  ["a page that is being drawn", { state: "reading", helpdesk: "zendesk", ticketId: "101" }],
  ["a page without a ticket", none],
])("asks nothing about %s", async (_name, report) => {
  const { complete, readByApi } = start();
  await tell(report);

  await complete(TAB);

  expect(readByApi).not.toHaveBeenCalled();
});

it("asks nothing about a tab it knows nothing of", async () => {
  const { complete, readByApi } = start();

  await complete(TAB);

  expect(readByApi).not.toHaveBeenCalled();
});

it("asks nothing when it is not allowed, and shows no more what was read before", async () => {
  const { complete, setting, readByApi } = start();
  await tell(partOf("101"));
  await complete(TAB);

  setting.isAllowed = false;
  await complete(TAB);

  expect(await textsIn()).toEqual(["new 101"]);
  expect(readByApi).toHaveBeenCalledTimes(1);
});

it("asks once in each opening of a ticket, whatever the answer", async () => {
  const { complete, clock, readByApi } = start(() => refused(500));
  await tell(partOf("101"));
  await complete(TAB);

  clock.nowMs += 60 * MINUTE_MS;
  await tell(partOf("101"));
  await complete(TAB);

  expect(readByApi).toHaveBeenCalledTimes(1);
});

it("asks again when the ticket is opened again, and says what is at hand", async () => {
  const { complete, clock, readByApi } = start();
  await tell(partOf("101"));
  await complete(TAB);

  clock.nowMs += 2 * MINUTE_MS;
  await tell(none);
  await tell(partOf("101"));
  await complete(TAB);

  expect(readByApi.mock.calls.map(([, { knownUpdatedAt }]) => knownUpdatedAt)).toEqual([null, "state of 101"]);
});

it("goes on showing an answer that has not changed", async () => {
  const { complete, clock } = start(({ knownUpdatedAt }) =>
    knownUpdatedAt === null ? whole("101") : { outcome: "unchanged" },
  );
  await tell(partOf("101"));
  await complete(TAB);

  clock.nowMs += 2 * MINUTE_MS;
  await tell(none);
  await tell(partOf("101"));
  await complete(TAB);

  expect(await textsIn()).toEqual(["old 101", "new 101"]);
});

it("asks nothing about a ticket it asked for less than a minute ago", async () => {
  const { complete, clock, readByApi } = start();
  await tell(partOf("101"));
  await complete(TAB);

  clock.nowMs += MINUTE_MS - 1;
  await tell(none);
  await tell(partOf("101"));
  await complete(TAB);

  expect(readByApi).toHaveBeenCalledTimes(1);
  expect(await textsIn()).toEqual(["old 101", "new 101"]);
});

it("remembers across a restart of the background", async () => {
  const { complete, create, readByApi } = start();
  await tell(partOf("101"));
  await complete(TAB);

  await create()(TAB);

  expect(readByApi).toHaveBeenCalledTimes(1);
  expect(await textsIn()).toEqual(["old 101", "new 101"]);
});

it("asks once for calls that come at the same time", async () => {
  const { complete, readByApi } = start();
  await tell(partOf("101"));

  await Promise.all([complete(TAB), complete(TAB), complete(TAB)]);

  expect(readByApi).toHaveBeenCalledTimes(1);
});

it("asks once for one ticket in two tabs, and tells both", async () => {
  const { complete, readByApi } = start();
  await tell(partOf("101"), 1);
  await tell(partOf("101"), 2);
  const heard: number[] = [];
  onTabPageChanged((tabId) => heard.push(tabId));

  await Promise.all([complete(1), complete(2)]);

  expect(readByApi).toHaveBeenCalledTimes(1);
  expect(new Set(heard)).toEqual(new Set([1, 2]));
});

it("never shows a late answer about one ticket beside the next", async () => {
  let arrive: (answer: ApiReadAnswer) => void = () => undefined;
  const late = new Promise<ApiReadAnswer>((resolve) => {
    arrive = resolve;
  });
  const { complete, readByApi } = start(({ ticketId }) => (ticketId === "101" ? late : refused(null)));
  await tell(partOf("101"));
  const first = complete(TAB);
  await vi.waitFor(() => expect(readByApi).toHaveBeenCalledOnce());

  await tell(partOf("202"));
  const second = complete(TAB);
  arrive(whole("101"));
  await Promise.all([first, second]);

  expect(await textsIn()).toEqual(["new 202"]);
});

it.each([
  ["another ticket", whole("202")],
  ["another host", whole("101", { url: "https://other.zendesk.com/agent/tickets/101" })],
  ["another helpdesk", whole("101", { helpdesk: "freshdesk" })],
  ["nothing of the form", { outcome: "answered", answer: { ticket: "101" } }],
  ["nothing at all", undefined],
])("keeps no answer about %s", async (_name, answer) => {
  const { complete } = start(() => answer);
  await tell(partOf("101"));

  await complete(TAB);

  expect(await textsIn()).toEqual(["new 101"]);
});

it("asks again in the same opening when the page was on its way elsewhere", async () => {
  const answers: ApiReadAnswer[] = [{ outcome: "otherTicket" }, whole("101")];
  const { complete } = start(() => answers.shift());
  await tell(partOf("101"));
  await complete(TAB);

  await complete(TAB);

  expect(await textsIn()).toEqual(["old 101", "new 101"]);
});

/** Has ticket 101 refused and opens another one so much later; whether that one was asked for. */
async function asksForNext(answer: ApiReadAnswer, laterMs: number, nextId = "202", nextHost = HOST): Promise<boolean> {
  const { complete, clock, readByApi } = start(() => answer);
  await tell(partOf("101"));
  await complete(TAB);
  clock.nowMs += laterMs;
  await tell(none);
  await tell(partOf(nextId, nextHost), TAB, nextHost);
  await complete(TAB);
  return readByApi.mock.calls.length > 1;
}

it.each([
  ["for as long as it asks", refused(429, 90_000), 90_000],
  ["five minutes after 401", refused(401), 5 * MINUTE_MS],
  ["five minutes after 403", refused(403), 5 * MINUTE_MS],
  ["five minutes after 429 without a wish", refused(429), 5 * MINUTE_MS],
  ["five minutes after 503", refused(503), 5 * MINUTE_MS],
  ["five minutes after a login page", refused(200), 5 * MINUTE_MS],
  ["one minute without any answer", refused(null), MINUTE_MS],
  ["an hour at most", refused(429, 10 * 60 * MINUTE_MS), 60 * MINUTE_MS],
])("leaves a helpdesk alone %s, and no longer", async (_name, answer, quietMs) => {
  expect(await asksForNext(answer, quietMs - 1)).toBe(false);
  fakeBrowser.reset();
  expect(await asksForNext(answer, quietMs)).toBe(true);
});

it("goes on asking other helpdesks", async () => {
  expect(await asksForNext(refused(401), 1, "101", "globex.zendesk.com")).toBe(true);
});

it("leaves only the ticket alone that is not found", async () => {
  expect(await asksForNext(refused(404), 1, "202")).toBe(true);
  fakeBrowser.reset();
  expect(await asksForNext(refused(404), 1, "101")).toBe(false);
});

it("asks for the same number on another host anew", async () => {
  const { complete, readByApi } = start();
  await tell(partOf("101"));
  await complete(TAB);

  await tell(partOf("101", "globex.zendesk.com"), TAB, "globex.zendesk.com");

  expect(await textsIn()).toEqual(["new 101"]);
  await complete(TAB);
  expect(readByApi).toHaveBeenCalledTimes(2);
});

it("asks nothing when nobody knows at which address the page is", async () => {
  const { complete, readByApi } = start();
  await keepReport({ type: "ticketChanged", pageId: PAGE, report: partOf("101") }, TAB);

  await complete(TAB);

  expect(readByApi).not.toHaveBeenCalled();
});

it("rejects when the page cannot be reached, and can complete the next one", async () => {
  const { complete, readByApi } = start();
  readByApi.mockRejectedValueOnce(new Error("No tab with id 7"));
  await tell(partOf("101"));

  await expect(complete(TAB)).rejects.toThrow("No tab");
  await tell(partOf("202"));
  await complete(TAB);

  expect(await textsIn()).toEqual(["old 202", "new 202"]);
});

it("leaves no trace of a tab that is forgotten, apart from answers", async () => {
  const { complete } = start();
  await tell(partOf("101"));
  await complete(TAB);

  await forgetTab(TAB);

  const keys = Object.keys(await fakeBrowser.storage.session.get(null));
  expect(keys.filter((key) => key.endsWith(`:${TAB}`))).toEqual([]);
});
