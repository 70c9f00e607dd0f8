import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { type ActivePage, watchActivePage } from "../../../lib/browser/active-page";
import { keepReport } from "../../../lib/browser/tab-pages";
import { type FakeTab, fakeAccess } from "./fake-access";

beforeEach(() => {
  fakeBrowser.reset();
});

const ZENDESK = "https://*.zendesk.com/*";
const FRESHDESK = "https://*.freshdesk.com/*";
const HELP_ORIGIN = "https://help.example.com/*";
const TICKET_TAB = { id: 7, url: "https://acme.zendesk.com/agent/tickets/1", isListening: true };
const NEWS_TAB = { id: 7, url: "https://news.example.com/", isListening: false };

const noHosts = async () => [];

/** A window with one tab in front, and a panel beside it. */
function showTab(tab: FakeTab, origins: string[]) {
  const access = fakeAccess({ origins, tabs: [tab] });
  Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ id: 1 }) });
  const heard: ActivePage[] = [];
  return { access, heard, onChange: (page: ActivePage) => heard.push(page) };
}

/** The reader in the tab's page says that it is at work. */
function readerReports(): Promise<void> {
  const pageId = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed";
  const report = { state: "reading", helpdesk: "zendesk", ticketId: "1" };
  return keepReport({ type: "ticketChanged", pageId, report }, TICKET_TAB.id, TICKET_TAB.url);
}

it("tells what the browser withholds when the tab in front reports nothing", async () => {
  const { heard, onChange } = showTab(TICKET_TAB, []);

  await watchActivePage(onChange, noHosts);

  expect(heard).toEqual([{ tabId: 7, report: null, missingAccess: [ZENDESK, FRESHDESK] }]);
});

it("does not ask what is withheld while the page in front reports", async () => {
  const { heard, onChange } = showTab(TICKET_TAB, [ZENDESK]);
  const readHosts = vi.fn(noHosts);
  await readerReports();

  await watchActivePage(onChange, readHosts);

  expect(heard).toMatchObject([{ report: { state: "reading" }, missingAccess: [] }]);
  expect(readHosts).not.toHaveBeenCalled();
});

it("misses nothing beside a page whose address the browser tells", async () => {
  const { heard, onChange } = showTab(NEWS_TAB, ["https://news.example.com/*"]);

  await watchActivePage(onChange, async () => [{ host: "help.example.com", helpdesk: "zendesk" }]);

  expect(heard).toMatchObject([{ report: null, missingAccess: [] }]);
});

it("misses an own host beside any other page", async () => {
  const { heard, onChange } = showTab(NEWS_TAB, [ZENDESK]);

  await watchActivePage(onChange, async () => [{ host: "help.example.com", helpdesk: "zendesk" }]);

  expect(heard).toMatchObject([{ missingAccess: [HELP_ORIGIN] }]);
});

it("looks again when access is granted or taken away", async () => {
  const { access, heard, onChange } = showTab(NEWS_TAB, []);
  await watchActivePage(onChange, noHosts);

  access.origins.add(ZENDESK);
  await access.permissionsAdded();
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  access.origins.clear();
  await access.permissionsRemoved();
  await vi.waitFor(() => expect(heard).toHaveLength(3));

  expect(heard.map(({ missingAccess }) => missingAccess.length)).toEqual([2, 0, 2]);
});

it("does not tell what is withheld once a report has overtaken it", async () => {
  const { heard, onChange } = showTab(TICKET_TAB, []);
  let answerSettings: (hosts: []) => void = () => undefined;
  const settings = new Promise<[]>((resolve) => {
    answerSettings = resolve;
  });
  const readHosts = vi.fn(() => settings);
  const watching = watchActivePage(onChange, readHosts);
  await vi.waitFor(() => expect(readHosts).toHaveBeenCalled());
  await readerReports();
  await vi.waitFor(() => expect(heard).toHaveLength(1));

  answerSettings([]);
  await watching;

  expect(heard).toMatchObject([{ report: { state: "reading" }, missingAccess: [] }]);
});

it("goes on when the settings cannot be read", async () => {
  const { heard, onChange } = showTab(TICKET_TAB, []);
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);

  await watchActivePage(onChange, () => Promise.reject(new Error("no database")));

  expect(heard).toEqual([{ tabId: 7, report: null, missingAccess: [] }]);
  expect(error).toHaveBeenCalled();
});
