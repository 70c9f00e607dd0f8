/**
 * A day of an agent: thirty tickets in turn, and beside them everything the panel is for. A notice is understood, an
 * article read, links go into replies, a flag is given while the server is away and delivered when it is back, a manager
 * answers, and the agent sees the answer. The server, the extension and its panel are the real ones.
 */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { noticeDraftSchema } from "../../lib/contract/notice";
import { AT_THE_COMMAND_LINE } from "../../server/access/writer";
import { flagCases } from "../../server/db/flag-schema";
import { answerCase } from "../../server/flags/answer-case";
import { saveNotice } from "../../server/notices/save-notice";
import { DEFAULT_SETTINGS } from "../../server/settings";
import { DRAWN_AT_ONCE, type ReplicaTicket } from "../replicas/desk";
import type { Backend } from "./support/backend";
import { type Desk, openDesk, switchTo } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { articleOf, MATTER_ARTICLES, MATTER_TICKETS } from "./support/matters";
import {
  expectFirstCard,
  expectNoText,
  expectText,
  openArticle,
  pressButton,
  pressOnCard,
} from "./support/panel-steps";
import { replyArticles } from "./support/replies";
import { SHOP_TICKETS } from "./support/shop";

type Turn = { ticket: ReplicaTicket; articleId: string };

const { parcel, invoice, login } = SHOP_TICKETS;
/** So as not to be taken for one of the twelve others. */
const shop = (ticket: ReplicaTicket, articleId: string): Turn => ({
  ticket: { ...ticket, id: `5${ticket.id}` },
  articleId,
});
const FIFTEEN: Turn[] = [
  shop(parcel, "parcel-missing"),
  shop(invoice, "invoice-twice"),
  shop(login, "login-code"),
  ...MATTER_TICKETS.map((ticket) => ({ ticket, articleId: articleOf(ticket.id) })),
];
/** The afternoon brings the same matters from other customers. */
const DAY: Turn[] = [
  ...FIFTEEN,
  ...FIFTEEN.map(({ ticket, articleId }) => ({ ticket: { ...ticket, id: `9${ticket.id}` }, articleId })),
];

const NOTICE = "Replacements leave the same day";
const ANSWER = "Thank you, the six digits are now eight.";
const WAIT_MS = 40_000;

/** What happens at which turn of the day; the others are looked at and left. */
const AT = {
  notice: 0,
  link: 1,
  reading: 4,
  offline: 10,
  back: 12,
  noticeGone: 15,
  outcome: 16,
  laterLink: 20,
} as const;

async function announce({ db }: Backend): Promise<void> {
  const draft = noticeDraftSchema.parse({
    ...{ severity: "important", title: NOTICE, whatChanged: "The warehouse no longer waits for the search." },
    ...{ groups: [], cues: ["missing"], needsAcknowledgement: true },
  });
  const nowMs = Date.now();
  await saveNotice({ db, id: "same-day", draft, writer: AT_THE_COMMAND_LINE, ifMatch: undefined, nowMs });
}

/** The manager who looks after the flags closes the one case there is. */
async function answerFlag({ db }: Backend): Promise<void> {
  const [open] = await db.select().from(flagCases).where(eq(flagCases.status, "open"));
  if (!open) throw new Error("No flag came to a manager.");
  const { actor } = AT_THE_COMMAND_LINE;
  await answerCase({
    ...{ db, caseId: open.id, manager: null, actor, settings: DEFAULT_SETTINGS.flags, nowMs: Date.now() },
    patch: { status: "fixed", answer: ANSWER },
  });
}

const replyText = (page: Page, ticketId: string): Promise<string> =>
  page.evaluate(
    (id) =>
      document.querySelector(`[data-ticket-id="${id}"] .ck-editor__editable`)?.innerHTML ??
      document.querySelector(".fr-element")?.innerHTML ??
      "",
    ticketId,
  );

/** Zendesk's reply stands open; Freshdesk's is opened with a button. */
async function insertLink(page: Page, panel: PanelPage, { ticket, articleId }: Turn): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>("button[data-test-email-action=reply]")?.click());
  await pressOnCard(panel, articleId, "insert-link");
  await expect
    .poll(() => replyText(page, ticket.id), { timeout: WAIT_MS })
    .toContain(`https://help.acme.example/${articleId}`);
}

async function understandNotice(panel: PanelPage, backend: Backend): Promise<void> {
  await expectText(panel, NOTICE);
  if (!(await panel.$('[data-notice] [data-action="understood"]'))) await pressNoticeHead(panel);
  await panel.focus("[data-notice] [data-action=toggle-notice]");
  await panel.keyboard.press("u");
  const acknowledged = () =>
    backend.requests.filter(({ method, path }) => method === "POST" && path === "/v1/acknowledgements").length;
  await expect.poll(acknowledged, { timeout: WAIT_MS }).toBeGreaterThan(0);
}

const pressNoticeHead = (panel: PanelPage) => panel.locator("[data-notice] [data-action=toggle-notice]").click();

for (const helpdesk of ["zendesk", "freshdesk"] as const) {
  test(`an agent's day on ${helpdesk}: thirty tickets, a notice, an article, links, and a flag that is answered`, async ({
    backend,
    extension,
    page,
    desk,
    openPanel,
  }) => {
    test.setTimeout(240_000);
    await backend.importLines([...replyArticles("public"), ...MATTER_ARTICLES]);
    await announce(backend);
    await connectTo(extension, backend);
    const drafts = Object.fromEntries(DAY.map(({ ticket }) => [ticket.id, "<p>Hello,</p>"]));
    const tickets = DAY.map(({ ticket }) => ticket);
    const replica: Desk = { helpdesk, tickets, drafts, composer: "model", delaysMs: DRAWN_AT_ONCE };
    await openDesk({ page, desk }, replica, tickets[0]?.id ?? null);
    const panel = await openPanel(page);
    const flagged = DAY[AT.offline];

    for (const [at, turn] of DAY.entries()) {
      if (at > 0) await switchTo(page, turn.ticket.id);
      await expectFirstCard(panel, turn.ticket.id, turn.articleId);
      if (at === AT.notice) await understandNotice(panel, backend);
      if (at === AT.noticeGone) await expectNoText(panel, NOTICE);
      if (at === AT.link || at === AT.laterLink) await insertLink(page, panel, turn);
      if (at === AT.reading) {
        await openArticle(panel, turn.articleId);
        await pressButton(panel, en.article.back);
      }
      if (at === AT.offline) {
        await backend.stop();
        await pressOnCard(panel, turn.articleId, "flag");
        await expectText(panel, en.flag.states.queued);
      }
      if (at === AT.back) {
        await backend.restart();
        await pressButton(panel, en.sync.syncNow);
        await expect
          .poll(() => backend.readFlags(), { timeout: WAIT_MS })
          .toMatchObject([{ articleId: flagged?.articleId, agentId: backend.agent.id }]);
        await answerFlag(backend);
      }
      if (at === AT.outcome) {
        await pressButton(panel, en.sync.syncNow);
        await expectText(panel, ANSWER);
        await panel.locator("[data-action=flags]").click();
        await expectText(panel, en.myFlags.title);
        await expectText(panel, ANSWER);
        await pressButton(panel, en.article.back);
      }
    }

    expect(await backend.readFlags()).toHaveLength(1);
    expect(await page.evaluate("deskSent")).toEqual([]);
  });
}
