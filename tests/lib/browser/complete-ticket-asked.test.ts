/** From the panel that has a ticket in front to the script in its page: who may ask, and that it is asked. */
import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { type ActivePage, watchActivePage } from "../../../lib/browser/active-page";
import { completeTickets } from "../../../lib/browser/background-listeners";
import type { PageReport } from "../../../lib/ticket";
import { partOf, TAB, tell, urlOf, whole } from "./completing";
import { fakeAccess } from "./fake-access";

const OWN_PAGES = "chrome-extension://souffleur/";
const PANEL = { id: fakeBrowser.runtime.id, url: `${OWN_PAGES}sidepanel.html` };

beforeEach(() => {
  fakeBrowser.reset();
});

/** A background that hears the messages a test sends; the page answers with the whole ticket. */
function startBackground() {
  const executeScript = vi.fn(async ({ func }: { func?: unknown }) => [{ result: func ? whole("101") : undefined }]);
  Object.assign(fakeBrowser.scripting, { executeScript });
  Object.assign(fakeBrowser.runtime, { getURL: () => OWN_PAGES });
  completeTickets(() => Promise.resolve(true));
  return executeScript;
}

function send(message: unknown, sender: object): void {
  void fakeBrowser.runtime.onMessage.trigger(message, sender);
}

/** A panel beside a tab with a ticket, and what it sent to the background. */
async function openPanel(report: PageReport) {
  fakeAccess({ origins: ["https://*.zendesk.com/*"], tabs: [{ id: TAB, url: urlOf("101"), isListening: true }] });
  Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ id: 1 }) });
  const sent: unknown[] = [];
  fakeBrowser.runtime.sendMessage = async (message: unknown) => void sent.push(message);
  await tell(report);
  const shown: ActivePage[] = [];
  await watchActivePage(
    (page) => shown.push(page),
    async () => [],
  );
  return { sent, shown };
}

it("a panel asks for the rest of the ticket in front", async () => {
  const { sent } = await openPanel(partOf("101"));

  expect(sent).toEqual([{ type: "completeTicket", tabId: TAB }]);
});

it("a panel asks for nothing beside a ticket that is all in the page", async () => {
  const { sent } = await openPanel({ ...partOf("101"), gaps: [] } as PageReport);

  expect(sent).toEqual([]);
});

it("a panel shows the whole ticket as soon as it is there", async () => {
  const { shown } = await openPanel(partOf("101"));
  startBackground();

  send({ type: "completeTicket", tabId: TAB }, PANEL);

  await vi.waitFor(() => expect(shown.at(-1)?.report).toMatchObject({ state: "ticket", gaps: [] }));
});

it("the background runs the reading in the page's own frame", async () => {
  const executeScript = startBackground();
  await tell(partOf("101"));

  send({ type: "completeTicket", tabId: TAB }, PANEL);

  await vi.waitFor(() => expect(executeScript).toHaveBeenCalledTimes(2));
  expect(executeScript.mock.lastCall?.[0]).toMatchObject({
    target: { tabId: TAB, frameIds: [0] },
    args: [expect.any(String), "readByApi", { helpdesk: "zendesk", ticketId: "101", knownUpdatedAt: null }],
  });
});

it.each([
  ["a helpdesk page", { id: fakeBrowser.runtime.id, url: urlOf("101") }],
  ["another extension", { id: "other", url: "chrome-extension://other/page.html" }],
  ["nobody in particular", { id: fakeBrowser.runtime.id }],
])("the background does nothing at the word of %s", async (_name, sender) => {
  const executeScript = startBackground();
  await tell(partOf("101"));
  await tell(partOf("101"), TAB + 1);

  send({ type: "completeTicket", tabId: TAB }, sender);
  send({ type: "completeTicket", tabId: TAB + 1 }, PANEL);

  await vi.waitFor(() => expect(executeScript).toHaveBeenCalledTimes(2));
  expect(executeScript.mock.lastCall?.[0]).toMatchObject({ target: { tabId: TAB + 1 } });
});
