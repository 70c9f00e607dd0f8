/** The agent's whole loop by keys alone, in the real side panel: the focus is never lost on the way. */
import type { Page } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { noticeDraftSchema } from "../../lib/contract/notice";
import { AT_THE_COMMAND_LINE } from "../../server/access/writer";
import { saveNotice } from "../../server/notices/save-notice";
import { DRAWN_AT_ONCE, type ReplicaTicket } from "../replicas/desk";
import type { Backend } from "./support/backend";
import { type Desk, openDesk } from "./support/desks";
import { focusPanel } from "./support/editors";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, expectState, expectText } from "./support/panel-steps";
import { replyArticles } from "./support/replies";
import { SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const NOTICE = "Replacements leave the same day";
const WAIT_MS = 20_000;

test.setTimeout(180_000);

async function announce({ db }: Backend): Promise<void> {
  const draft = noticeDraftSchema.parse({
    ...{ severity: "important", title: NOTICE, whatChanged: "The warehouse no longer waits for the search." },
    ...{ groups: [], cues: ["missing"], needsAcknowledgement: true },
  });
  await saveNotice({ db, id: "same-day", draft, writer: AT_THE_COMMAND_LINE, ifMatch: undefined, nowMs: Date.now() });
}

/** Where the focus is: a card's article, else what the focused button does, else the element's name. */
function focus(panel: PanelPage): Promise<string> {
  return panel.evaluate(() => {
    const focused = document.activeElement as HTMLElement | null;
    const card = focused?.closest<HTMLElement>("[data-card]")?.dataset.card;
    return card ?? focused?.dataset.action ?? focused?.localName ?? "nothing";
  });
}

async function expectFocus(panel: PanelPage, where: string): Promise<void> {
  await expect.poll(() => focus(panel), { timeout: WAIT_MS, message: "where the focus is" }).toBe(where);
}

async function press(panel: PanelPage, ...keys: Parameters<PanelPage["keyboard"]["press"]>[0][]): Promise<void> {
  for (const key of keys) await panel.keyboard.press(key);
}

/** Opens a page with a key, sees its heading, and comes back with Esc; the focus is on something all the way. */
async function visit(panel: PanelPage, key: "l" | "v" | "d", heading: string): Promise<void> {
  await press(panel, key);
  await expectText(panel, heading);
  await expect.poll(() => focus(panel), { timeout: WAIT_MS }).not.toBe("body");
  await press(panel, "Escape");
  await panel.waitForSelector("[data-suggestions]", { timeout: WAIT_MS });
  await expect.poll(() => focus(panel), { timeout: WAIT_MS }).not.toBe("body");
}

/** Presses Tab until an element of this kind has the focus. */
async function tabTo(panel: PanelPage, selector: string): Promise<void> {
  const isThere = () => panel.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let presses = 0; presses < 40 && !(await isThere()); presses += 1) await press(panel, "Tab");
  expect(await isThere(), `${selector} is reached by Tab`).toBe(true);
}

const replyHtml = (page: Page) =>
  page.evaluate(() => document.querySelector('[data-ticket-id="101"] .ck-editor__editable')?.innerHTML ?? "");

async function openBeside(
  { page, desk }: Parameters<typeof openDesk>[0],
  ticket: ReplicaTicket,
  openPanel: (beside: Page) => Promise<PanelPage>,
): Promise<PanelPage> {
  const drafts = { [ticket.id]: "<p>Hello,</p>" };
  const replica: Desk = { helpdesk: "zendesk", tickets: [ticket], drafts, composer: "model", delaysMs: DRAWN_AT_ONCE };
  await openDesk({ page, desk }, replica, ticket.id);
  return openPanel(page);
}

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(replyArticles("public"));
  await announce(backend);
  await connectTo(extension, backend);
});

test("an agent who never touches the mouse reads, inserts, flags, searches and finds back", async ({
  page,
  desk,
  openPanel,
  backend,
}) => {
  const panel = await openBeside({ page, desk }, parcel, openPanel);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await expectText(panel, NOTICE);
  await focusPanel(page, panel);

  await press(panel, "j");
  await expectFocus(panel, "parcel-missing");
  await press(panel, "Enter");
  await panel.waitForSelector('[data-article="parcel-missing"] .article-body > *', { timeout: WAIT_MS });
  await press(panel, "Escape");
  await expectFocus(panel, "parcel-missing");
  await press(panel, "i");
  await expect.poll(() => replyHtml(page), { timeout: WAIT_MS }).toContain("https://help.acme.example/parcel-missing");
  await focusPanel(page, panel);
  await expectFocus(panel, "parcel-missing");
  await press(panel, "f");
  await expectText(panel, en.flag.flagged);
  await expectFocus(panel, "parcel-missing");

  await press(panel, "?");
  await expectText(panel, en.keys.title);
  await press(panel, "Escape");
  await expectFocus(panel, "parcel-missing");
  await visit(panel, "l", en.myFlags.title);
  await visit(panel, "v", en.keys.news);
  await visit(panel, "d", en.capture.title);

  await press(panel, "/");
  await expectFocus(panel, "search");
  await panel.keyboard.type("authenticator");
  await panel.waitForSelector('[data-card="login-code"]', { timeout: WAIT_MS });
  await press(panel, "ArrowDown");
  await expectFocus(panel, "login-code");
  await press(panel, "Escape");
  await expectFocus(panel, "search");
  expect(await backend.readFlags().then((flags) => flags.length)).toBeLessThanOrEqual(1);
});

test("what a flag asks, and the filters of a search, are reached and left by keys", async ({
  page,
  desk,
  openPanel,
  backend,
}) => {
  const panel = await openBeside({ page, desk }, parcel, openPanel);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await focusPanel(page, panel);

  await press(panel, "j", "f");
  await tabTo(panel, ".flag-explanation .chip");
  await press(panel, "Space");
  await tabTo(panel, ".flag-word .field");
  await panel.keyboard.type("The search is free");
  await press(panel, "Enter");
  await panel.waitForSelector(".flag-explanation", { hidden: true, timeout: WAIT_MS });
  await expect.poll(() => focus(panel), { timeout: WAIT_MS }).toBe("parcel-missing");
  await expect
    .poll(() => backend.readFlags(), { timeout: WAIT_MS })
    .toMatchObject([{ reason: "incorrect", comment: "The search is free" }]);

  await press(panel, "/");
  await panel.keyboard.type("parcel");
  await panel.waitForSelector(".filter-button", { timeout: WAIT_MS });
  await tabTo(panel, ".filter-button");
  await press(panel, "Enter");
  await tabTo(panel, ".filter-check input");
  await press(panel, "Space", "Escape");
  await panel.waitForSelector(".filter-chips", { timeout: WAIT_MS });
  expect(await panel.evaluate(() => document.activeElement?.className)).toContain("filter-button");
});

test("a notice is put aside for the ticket with x, and the focus goes on", async ({ page, desk, openPanel }) => {
  const panel = await openBeside({ page, desk }, parcel, openPanel);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await focusPanel(page, panel);
  await panel.focus("[data-notice] [data-action=toggle-notice]");

  await press(panel, "x");

  await expectText(panel, en.notice.handled.aside(NOTICE));
  await expectFocus(panel, "parcel-missing");
});

test("a notice is understood with u, and the focus goes on", async ({ page, desk, openPanel, backend }) => {
  const panel = await openBeside({ page, desk }, parcel, openPanel);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await expectText(panel, NOTICE);
  await focusPanel(page, panel);
  await panel.focus("[data-notice] [data-action=toggle-notice]");

  await press(panel, "u");

  const acknowledged = () => backend.requests.some(({ path }) => path === "/v1/acknowledgements");
  await expect.poll(acknowledged, { timeout: WAIT_MS }).toBe(true);
  await expectFocus(panel, "parcel-missing");
});

test("a gap is begun with g and put away with Esc, the focus back where it was", async ({ page, desk, openPanel }) => {
  const [opening] = parcel.messages;
  const text = "Could my brother do two weeks of work experience with you in February? He likes horses.";
  const stray = { ...parcel, subject: "Work experience", messages: [{ ...opening, text }] } as ReplicaTicket;
  const panel = await openBeside({ page, desk }, stray, openPanel);
  await expectState(panel, "nothingFits");
  await focusPanel(page, panel);

  await press(panel, "g");
  await panel.waitForSelector("form [data-action=send-gap]", { timeout: WAIT_MS });
  expect(await focus(panel)).not.toBe("body");
  await press(panel, "Escape");

  await expectFocus(panel, "gap");
});
