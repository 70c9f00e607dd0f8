/** What the page does not show is read by the helpdesk's own API: through the built extension and the real side panel. */
import type { BrowserContext, ConsoleMessage, Page } from "@playwright/test";
import { configureExtension } from "../../scripts/browser/configure-extension";
import { waitForSettledAnswer } from "../../scripts/browser/read-panel";
import { createFakeHelpdeskApi, type FakeHelpdeskApi } from "../replicas/api/fake-helpdesk-api";
import { DRAWN_AT_ONCE, type ReplicaMessage, type ReplicaTicket, renderDesk } from "../replicas/desk";
import { addMessage, type Desk, openDesk, switchTo } from "./support/desks";
import { connectTo, expect, LIBRARY_ID, test } from "./support/fixtures";
import { expectFirstCard } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel, login } = SHOP_TICKETS;

const small = (text: string, minute: number): ReplicaMessage => ({
  ...{ role: minute % 2 ? "agent" : "customer", author: "Nora Lindqvist", text },
  sentAt: new Date(Date.UTC(2026, 10, 20, 9, minute)).toISOString(),
});

/** A ticket that says what it is about in its first messages only, which its page does not draw. */
function longTicket(of: ReplicaTicket): ReplicaTicket {
  const talk = ["Hello?", "One moment please.", "Thanks.", "You are welcome.", "Good morning!", "Good morning to you."];
  const [opening] = of.messages;
  // Freshdesk draws the description always: the matter is in the message after it.
  const matter = opening ? [{ ...opening, sentAt: "2026-11-20T08:01:00Z" }] : [];
  return {
    ...of,
    subject: "A question",
    messages: [small("Hello", 0), ...matter, ...talk.map((text, at) => small(text, at + 2))],
  };
}

const TICKETS = [longTicket(parcel), longTicket(login)];

const asked = (api: FakeHelpdeskApi) => api.requests.map(({ method, path }) => `${method} ${path}`);

/** What the page's console says from now on, and that it is heard. */
async function hearConsole(page: Page): Promise<string[]> {
  const lines: string[] = [];
  page.on("console", (message: ConsoleMessage) => lines.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => lines.push(`error: ${error.message}`));
  await page.evaluate(() => console.log("heard"));
  return lines;
}

type Tab = { page: Page; desk: Parameters<typeof openDesk>[0]["desk"]; context: BrowserContext };

/** The replica with its API, and the ticket open in the tab. */
async function openLongTicket(
  { page, desk, context }: Tab,
  helpdesk: Desk["helpdesk"],
  options: Partial<Pick<Desk, "delaysMs"> & Pick<FakeHelpdeskApi, "mode" | "retryAfter">> = {},
): Promise<FakeHelpdeskApi> {
  const { delaysMs = {}, ...apiOptions } = options;
  const api = createFakeHelpdeskApi({ helpdesk, tickets: TICKETS, ...apiOptions });
  await openDesk({ page, desk }, { helpdesk, tickets: TICKETS, newestShown: 3, delaysMs }, parcel.id);
  await api.serve(context);
  return api;
}

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
});

const PATHS = {
  zendesk: [`/api/v2/tickets/${parcel.id}.json`, `/api/v2/tickets/${parcel.id}/comments.json`],
  freshdesk: [`/api/v2/tickets/${parcel.id}`, `/api/v2/tickets/${parcel.id}/conversations`],
} as const;

for (const helpdesk of ["zendesk", "freshdesk"] as const) {
  test(`older messages that ${helpdesk} does not draw bring the right article, at the cost of two GETs`, async ({
    page,
    desk,
    context,
    openPanel,
  }) => {
    const api = await openLongTicket({ page, desk, context }, helpdesk);
    const lines = await hearConsole(page);

    const panel = await openPanel(page);

    await expectFirstCard(panel, parcel.id, "parcel-missing");
    expect(asked(api)).toEqual(PATHS[helpdesk].map((path) => `GET ${path}`));
    expect(lines).toEqual(["log: heard"]);
  });
}

const SESSION = { name: "session", value: "of-the-agent", domain: "acme.zendesk.com", path: "/" };

test("asks with the agent's session", async ({ page, desk, context, openPanel }) => {
  await context.addCookies([{ ...SESSION, httpOnly: true, secure: true, sameSite: "Strict" }]);
  await openLongTicket({ page, desk, context }, "zendesk");
  const asking = page.waitForRequest(/\/api\//);

  const panel = await openPanel(page);

  const request = await asking;
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  expect((await request.allHeaders()).cookie).toBe("session=of-the-agent");
});

test("asks with the agent's session in Firefox too", async ({ firefox, backend }) => {
  await connectTo(firefox, backend);
  const api = createFakeHelpdeskApi({ helpdesk: "zendesk", tickets: TICKETS });
  const html = renderDesk({ helpdesk: "zendesk", tickets: TICKETS, openTicketId: parcel.id, newestShown: 3 });
  const tab = await firefox.browser.newPage();
  await tab.setRequestInterception(true);
  const cookies: (string | undefined)[] = [];
  tab.on("request", (request) => {
    const isApi = request.url().includes("/api/");
    if (isApi) cookies.push(request.headers().cookie);
    const answering = isApi
      ? api.fetch(request.url(), { method: request.method() }).then((response) => response.text())
      : Promise.resolve(html);
    const contentType = isApi ? "application/json" : "text/html; charset=utf-8";
    // The tab closed while its request was being answered.
    answering.then((body) => request.respond({ status: 200, contentType, body })).catch(() => undefined);
  });
  await tab.goto(`https://acme.zendesk.com/agent/tickets/${parcel.id}`);
  await tab.evaluate('document.cookie = "session=of-the-agent; path=/; secure; samesite=strict"');

  const sidebar = await firefox.openSidebarPage();

  await expectFirstCard(sidebar, parcel.id, "parcel-missing");
  expect(cookies).toEqual(["session=of-the-agent", "session=of-the-agent"]);
});

test("asks nothing while no panel is open, and again nothing when the page changes", async ({
  page,
  desk,
  context,
  openPanel,
}) => {
  const api = await openLongTicket({ page, desk, context }, "zendesk");
  await page.locator("article").nth(2).waitFor();
  await addMessage(page, parcel.id, small("Are you there?", 20));
  const beforePanel = asked(api);

  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await addMessage(page, parcel.id, small("Still there?", 22));
  await waitForSettledAnswer(panel, parcel.id);

  expect(beforePanel).toEqual([]);
  expect(asked(api)).toHaveLength(2);
});

test("each ticket is asked for once, and its articles stand beside no other", async ({
  page,
  desk,
  context,
  openPanel,
}) => {
  const api = await openLongTicket({ page, desk, context }, "zendesk");
  const panel = await openPanel(page);

  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await switchTo(page, login.id);
  await expectFirstCard(panel, login.id, "login-code");
  await switchTo(page, parcel.id);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  expect(asked(api)).toHaveLength(4);
});

test("asks nothing when the agent has switched it off", async ({
  backend,
  extension,
  page,
  desk,
  context,
  openPanel,
}) => {
  const { url: endpoint, token, agent } = backend;
  const connection = { libraryId: LIBRARY_ID, endpoint, token, agentId: agent.id, agentName: agent.name };
  const settings = { connection, interfaceLanguage: "en", readByApi: false };
  await configureExtension(extension, settings);
  const api = await openLongTicket({ page, desk, context }, "zendesk", { delaysMs: DRAWN_AT_ONCE });

  const panel = await openPanel(page);
  const { state } = await waitForSettledAnswer(panel, parcel.id);

  expect(state).toBe("nothingFits");
  expect(asked(api)).toEqual([]);
});

test("a helpdesk that is busy is asked once and then left alone, and the panel says nothing of it", async ({
  extension,
  page,
  desk,
  context,
  openPanel,
}) => {
  const api = await openLongTicket({ page, desk, context }, "zendesk", {
    ...{ mode: "busy", retryAfter: "600", delaysMs: DRAWN_AT_ONCE },
  });
  const panel = await openPanel(page);

  const first = await waitForSettledAnswer(panel, parcel.id);
  // A ticket that is left before the helpdesk has answered learns nothing of its wish.
  const kept = () => extension.evaluate("chrome.storage.session.get(null).then(Object.keys)");
  await expect.poll(kept).toContain("apiQuiet:acme.zendesk.com");
  await addMessage(page, parcel.id, small("Are you there?", 20));
  await switchTo(page, login.id);
  await waitForSettledAnswer(panel, login.id);

  expect(first.state).toBe("nothingFits");
  expect(asked(api)).toEqual([`GET ${PATHS.zendesk[0]}`]);
});
