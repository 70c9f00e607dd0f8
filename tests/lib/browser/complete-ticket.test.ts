import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { hostsWithAnswers } from "../../../lib/browser/api-tickets";
import { forgetTab, keepReport, onTabPageChanged } from "../../../lib/browser/tab-pages";
import type { ApiReadAnswer } from "../../../lib/page-commands";
import type { PageReport } from "../../../lib/ticket";
import { message } from "../builders";
import { MINUTE_MS, none, PAGE, partOf, refused, start, TAB, tell, textsIn, urlOf, whole } from "./completing";

beforeEach(() => {
  fakeBrowser.reset();
});

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
  ["a helpdesk whose API is not read", { ...partOf("101"), helpdesk: "zammad" } as PageReport],
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

it("keeps no answer that comes after the page's reader was stopped", async () => {
  const { complete } = start(async ({ ticketId }) => {
    await tell(none);
    return whole(ticketId);
  });
  await tell(partOf("101"));

  await complete(TAB);

  expect(await hostsWithAnswers()).toEqual([]);
});
