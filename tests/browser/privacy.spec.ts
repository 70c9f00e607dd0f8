/** The ticket never leaves the browser: words of it are looked for in everything that does, and in all that is kept. */
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import type { LoadedExtension } from "../../scripts/browser/launch-extension";
import { isBrowserUpkeep, type RecordedRequest } from "../../scripts/browser/recording-proxy";
import { closeSidePanel } from "../../scripts/browser/side-panel";
import { waitUntil } from "../../scripts/browser/wait-until";
import { type Desk, openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, expectText, openArticle, pressButton, pressOnCard } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";
import { readAllThatIsKept } from "./support/stored-library";

test.use({ recordTraffic: true });

const CANARIES = {
  subject: "quibblewort",
  author: "Zephyrine",
  message: "flumgarten",
  reply: "brindlecask",
  tag: "snorkelvane",
  field: "marrowdrift",
  note: "oddlewick",
  search: "trundlemoss",
};

const { parcel } = SHOP_TICKETS;
const [opening] = parcel.messages;
const TICKET = {
  ...parcel,
  subject: `${parcel.subject} ${CANARIES.subject}`,
  tags: [CANARIES.tag],
  fields: { priority: CANARIES.field },
  messages: [
    { ...opening, role: "customer", author: CANARIES.author, text: `${opening?.text} ${CANARIES.message}` },
    { role: "agent", author: "Sam", sentAt: "2026-11-20T09:00:00Z", text: `We look into it. ${CANARIES.reply}` },
    { role: "note", author: "Sam", sentAt: "2026-11-20T09:05:00Z", text: `Courier is slow. ${CANARIES.note}` },
  ].map((message) => ({ sentAt: "2026-11-20T08:00:00Z", ...message })),
} as Desk["tickets"][number];
const DESK: Desk = { helpdesk: "zendesk", tickets: [TICKET, SHOP_TICKETS.invoice] };

const HEARD = "this console is heard";

/** The canaries in a text, in whatever case. */
function canariesIn(text: string): string[] {
  const readable = text.toLowerCase();
  return Object.values(CANARIES).filter((canary) => readable.includes(canary.toLowerCase()));
}

function wholeRequest({ method, url, headers, body, bodyText }: RecordedRequest): string {
  return [method, url, JSON.stringify(headers), body.toString("latin1"), bodyText].join("\n");
}

/** What panel, worker and service worker write to their consoles from now on; each is made to say `HEARD` first. */
async function readConsoles(extension: LoadedExtension, panel: PanelPage): Promise<string[]> {
  const lines: string[] = [];
  // Of the panel's workers too.
  panel.on("console", (message) => lines.push(message.text()));
  panel.on("pageerror", (error) => lines.push(String(error)));
  const background = await extension.serviceWorker();
  background.on("console", (message) => lines.push(message.text()));
  const sayHeard = `console.log("${HEARD}")`;
  // The panel is drawn before its worker runs.
  const workers = await waitUntil("the panel's worker", async () =>
    panel.workers().length > 0 ? panel.workers() : null,
  );
  for (const place of [panel, ...workers]) await place.evaluate(sayHeard);
  await background.evaluate(sayHeard);
  return lines;
}

/** Comes after the note was marked, so that what is reported with it was read with the mark in place. */
const LAST_MESSAGE = {
  ...{ role: "customer", author: CANARIES.author, sentAt: "2026-11-20T11:00:00Z" },
  text: "Has the courier answered by now?",
};

function reportsOf(panel: PanelPage): Promise<string> {
  return panel.evaluate('window.reports.join("\\n")') as Promise<string>;
}

test("no request, console or store holds a word of the ticket", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
  sentRequests,
}) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, TICKET.id);
  const panel = await openPanel(page);
  const consoleLines = await readConsoles(extension, panel);

  await expectFirstCard(panel, TICKET.id, "parcel-missing");
  await openArticle(panel, "parcel-missing");
  await pressButton(panel, en.article.back);
  await pressOnCard(panel, "parcel-missing", "flag");
  await panel.type("[data-action=search]", `courier ${CANARIES.search}`);
  await panel.waitForSelector(".filter-summary");
  await pressButton(panel, en.sync.syncNow);
  await expect.poll(() => backend.readFlags(), { timeout: 25_000 }).toHaveLength(1);
  await expectText(panel, en.sync.freshAt(""));
  const kept = await readAllThatIsKept(extension);
  const inSession = JSON.stringify(await extension.evaluate("chrome.storage.session.get(null)"));
  await closeSidePanel(panel);
  const passes = backend.requests.length;
  await extension.evaluate('chrome.alarms.create("sync", { when: Date.now() })');
  await expect.poll(() => backend.requests.length, { timeout: 25_000 }).toBeGreaterThan(passes);

  // The controls: the words were read, and the proxy and the store show what there is to see.
  expect(canariesIn(inSession)).toEqual(expect.arrayContaining([CANARIES.subject, CANARIES.message, CANARIES.tag]));
  const sent = sentRequests
    .filter(({ url }) => url.startsWith(backend.url))
    .map(({ method, url }) => {
      return `${method} ${new URL(url).pathname}`;
    });
  expect(sent).toContain("GET /v1/changes");
  expect(sent).toContain("POST /v1/flags");
  expect(sentRequests.some(({ bodyText }) => bodyText.includes("parcel-missing"))).toBe(true);
  expect(kept).toContain("parcel-missing");
  expect(consoleLines.filter((line) => line === HEARD)).toHaveLength(3);

  // What is encrypted cannot be read here, so nothing may go anywhere else at all.
  const elsewhere = sentRequests.filter((each) => !isBrowserUpkeep(each) && !each.url.startsWith(backend.url));
  expect(elsewhere.map(({ url }) => url)).toEqual([]);
  expect(sentRequests.map(wholeRequest).flatMap(canariesIn)).toEqual([]);
  expect(canariesIn(consoleLines.join("\n"))).toEqual([]);
  expect(canariesIn(kept)).toEqual([]);
});

test("an internal note never reaches the extension, not even before the page marks it as one", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
  await page.goto("about:blank");
  const panel = await openPanel(page);
  await panel.evaluate(`
    window.reports = [];
    chrome.storage.session.onChanged.addListener((changes) => window.reports.push(JSON.stringify(changes)));
  `);

  await openDesk({ page, desk }, DESK, TICKET.id);
  await expectFirstCard(panel, TICKET.id, "parcel-missing");
  await expect(page.locator('[data-test-id="omni-log-internal-note-tag"]')).toBeVisible();
  const unmarked = canariesIn(await reportsOf(panel));
  await page.evaluate(`replica.addMessage("${TICKET.id}", ${JSON.stringify(LAST_MESSAGE)})`);
  await expect.poll(() => reportsOf(panel), { timeout: 20_000 }).toContain(LAST_MESSAGE.text);

  expect(unmarked).toContain(CANARIES.reply);
  expect(canariesIn(await reportsOf(panel))).not.toContain(CANARIES.note);
});
