/**
 * Five hundred switches between twelve tickets, in random order and at random speed, while tickets are still being
 * drawn, tabs close and open again, and flags and links are pressed in the very moment of a switch. The seed is in the
 * titles. What has to hold, holds at every change of the panel, in every composer and on the server.
 */
import type { Page } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { waitForAnswer } from "../../scripts/browser/read-panel";
import { DRAWN_AT_ONCE } from "../replicas/desk";
import type { Backend } from "./support/backend";
import { type Desk, openDesk, switchTo } from "./support/desks";
import { insertFromPanel, makeRequest } from "./support/editors";
import { connectTo, expect, test } from "./support/fixtures";
import {
  articleOf,
  linkedIn,
  MATTER_ARTICLES,
  MATTER_DRAFTS,
  MATTER_IDS,
  MATTER_TICKETS,
  misplacedMoments,
  misplacedPresses,
  misplacedWritings,
  type Writing,
} from "./support/matters";
import { recordedMoments, recordPanel } from "./support/panel-record";
import { expectFirstCard, expectText, pressOnCard } from "./support/panel-steps";
import { createRandom, type Random } from "./support/random";
import {
  drawingDelayMs,
  expectTogether,
  recordedPresses,
  recordPresses,
  type Step,
  takeStep,
} from "./support/switching";

const SEED = 20_261;
const MINUTE_MS = 60_000;

type Fixtures = Pick<Parameters<Parameters<typeof test>[2]>[0], "page" | "desk" | "openPanel">;

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(MATTER_ARTICLES);
  await connectTo(extension, backend);
});

/** What is random on both desks. */
function nextStep(random: Random, before: string): Step {
  return {
    ...{ ticketId: random.oneOf(MATTER_IDS), before, after: "" },
    action: random.chance(0.3) ? random.oneOf(["flag", "insert-link", "insert-link"]) : null,
    leadMs: random.below(400) - 100,
    pauseMs: random.below(400),
  };
}

/** What was recorded in the panel, and what stood in composers, is all where it belongs; nothing was sent. */
async function expectAllInPlace(page: Page, panel: PanelPage, writings: Writing[]): Promise<void> {
  const moments = await recordedMoments(panel);
  expect(misplacedMoments(moments)).toEqual([]);
  expect(misplacedPresses(await recordedPresses(panel))).toEqual([]);
  expect(misplacedWritings(writings)).toEqual([]);
  expect(new Set(moments.flatMap(({ cardIds }) => cardIds)).size).toBe(MATTER_IDS.length);
  expect(writings.flatMap(linkedIn).length).toBeGreaterThan(3);
  expect(await page.evaluate("deskSent")).toEqual([]);
}

/** The server has got exactly the flags that were pressed. */
async function expectFlagsOf(backend: Backend, panel: PanelPage): Promise<void> {
  const pressed = await recordedPresses(panel);
  const flagged = pressed.flatMap(({ action, isFirst, articleId }) => (action === "flag" && isFirst ? articleId : []));
  expect(flagged.length).toBeGreaterThan(2);
  const received = async () => (await backend.readFlags()).map(({ articleId }) => articleId);
  await expect.poll(async () => new Set(await received()), { timeout: 30_000 }).toEqual(new Set(flagged));
  expect(await received()).toHaveLength(new Set(flagged).size);
}

test.describe("Zendesk", () => {
  const DESK: Desk = {
    ...{ helpdesk: "zendesk", tickets: MATTER_TICKETS, drafts: MATTER_DRAFTS, composer: "model" },
    delaysMs: DRAWN_AT_ONCE,
  };

  /** `keepWriting` notes what the composer of a ticket holds. */
  const KEEP_WRITINGS = `
    window.writings = [];
    window.keepWriting = (ticketId) => {
      const editable = document.querySelector('[data-ticket-id="' + ticketId + '"] .ck-editor__editable');
      if (editable) writings.push({ ticketId, html: editable.innerHTML });
    };`;

  /** A tab closes now and then, so that its ticket is drawn anew; what its composer held is kept for the end. */
  function zendeskStep(random: Random): Step {
    const delaysMs = {
      subject: drawingDelayMs(random, 600),
      log: random.below(600),
      messages: drawingDelayMs(random, 600),
      pane: random.below(300),
    };
    const options = { delaysMs, switchOrder: random.oneOf(["addressFirst", "paneFirst"]) };
    const closing = random.chance(0.15) ? random.oneOf(MATTER_IDS) : null;
    const close = closing === null ? "" : `keepWriting("${closing}"); replica.closeTicket("${closing}")`;
    return nextStep(random, `replica.change(${JSON.stringify(options)}); ${close}`);
  }

  const readWritings = (page: Page): Promise<Writing[]> =>
    page.evaluate(`${JSON.stringify(MATTER_IDS)}.forEach(keepWriting), writings`);

  /** Opens the first ticket and records from then on. */
  async function start({ page, desk, openPanel }: Fixtures): Promise<PanelPage> {
    await openDesk({ page, desk }, DESK, "101");
    await page.evaluate(KEEP_WRITINGS);
    const panel = await openPanel(page);
    await expectFirstCard(panel, "101", articleOf("101"));
    await recordPanel(panel);
    await recordPresses(panel);
    return panel;
  }

  test(`mixes up nothing in 500 switches: not on screen, in no reply, in no flag (seed ${SEED})`, async ({
    page,
    desk,
    openPanel,
    backend,
  }) => {
    test.setTimeout(6 * MINUTE_MS);
    const random = createRandom(SEED);
    const panel = await start({ page, desk, openPanel });

    for (let count = 1; count <= 500; count += 1) {
      await takeStep(page, panel, zendeskStep(random));
      if (count % 50 === 0) await expectTogether(page, panel);
    }
    await page.evaluate(`replica.change({ delaysMs: ${JSON.stringify(DRAWN_AT_ONCE)} })`);
    await page.evaluate('keepWriting("107"); replica.closeTicket("107")');
    await switchTo(page, "107");
    await expectFirstCard(panel, "107", articleOf("107"));
    await pressOnCard(panel, articleOf("107"), "insert-link");
    await expectText(panel, en.insert.inserted);

    await expectAllInPlace(page, panel, await readWritings(page));
    await expectFlagsOf(backend, panel);
  });

  test("the checks of these tests catch a card, a press and a link that belong to another ticket", async ({
    page,
    desk,
    openPanel,
  }) => {
    const panel = await start({ page, desk, openPanel });
    const link = { kind: "link", title: "Bicycle", url: `https://help.acme.example/${articleOf("102")}` } as const;

    await panel.evaluate(async (articleId) => {
      const stranger = document.createElement("li");
      stranger.dataset.card = articleId;
      stranger.innerHTML = '<button data-action="flag">Flag</button>';
      document.querySelector(".card-list")?.append(stranger);
      stranger.querySelector("button")?.click();
      await Promise.resolve();
      stranger.remove();
    }, articleOf("102"));
    const answer = await insertFromPanel(page, panel, makeRequest("zendesk", "101", { content: link }));

    expect(answer).toMatchObject({ outcome: "inserted" });
    expect(misplacedMoments(await recordedMoments(panel))).toMatchObject([{ ticketId: "101", state: "found" }]);
    expect(misplacedPresses(await recordedPresses(panel))).toMatchObject([{ ticketId: "101", action: "flag" }]);
    expect(misplacedWritings(await readWritings(page))).toMatchObject([{ ticketId: "101" }]);
  });
});

test.describe("Freshdesk", () => {
  const DESK: Desk = { helpdesk: "freshdesk", tickets: MATTER_TICKETS, drafts: MATTER_DRAFTS };
  const AT_ONCE = `replica.change({ delaysMs: ${JSON.stringify(DRAWN_AT_ONCE)} })`;

  /** `openReply` opens a ticket's reply; all that stands in it from then on is noted, for as long as it stands. */
  const KEEP_WRITINGS = `
    window.writings = [];
    const owners = new Map();
    window.openReply = (ticketId) => {
      document.querySelector("button[data-test-email-action=reply]").click();
      owners.set(document.querySelector('[data-kind="reply"] .fr-element'), ticketId);
    };
    new MutationObserver(() => {
      for (const [editable, ticketId] of owners) writings.push({ ticketId, html: editable.innerHTML });
    }).observe(document, { subtree: true, childList: true, characterData: true });`;

  /** Now and then the next ticket stands at once, its reply open: there a late writer would do harm. */
  function freshdeskStep(random: Random): Step {
    const delaysMs = {
      linger: random.chance(0.15) ? random.below(4_000) : random.below(200),
      subject: drawingDelayMs(random, 100),
      messages: drawingDelayMs(random, 300),
      actionBar: random.below(600),
    };
    const step = nextStep(random, `replica.change(${JSON.stringify({ delaysMs })})`);
    if (step.action === null || random.chance(0.5)) return step;
    return { ...step, before: AT_ONCE, after: `openReply("${step.ticketId}")` };
  }

  /** Opens a ticket without haste, and its reply. */
  async function openReplyOf(page: Page, panel: PanelPage, ticketId: string): Promise<void> {
    await page.evaluate(AT_ONCE);
    await switchTo(page, ticketId);
    await waitForAnswer(panel, ticketId);
    await page.evaluate(`openReply("${ticketId}")`);
  }

  test(`mixes up nothing in 80 switches: not on screen, in no reply, in no flag (seed ${SEED})`, async ({
    page,
    desk,
    openPanel,
    backend,
  }) => {
    test.setTimeout(3 * MINUTE_MS);
    const random = createRandom(SEED);
    await openDesk({ page, desk }, { ...DESK, delaysMs: DRAWN_AT_ONCE }, "101");
    await page.evaluate(KEEP_WRITINGS);
    const panel = await openPanel(page);
    await expectFirstCard(panel, "101", articleOf("101"));
    await recordPanel(panel);
    await recordPresses(panel);

    for (let count = 1; count <= 80; count += 1) {
      const step = freshdeskStep(random);
      const pressedOn = random.oneOf(MATTER_IDS);
      if (step.action !== null) await openReplyOf(page, panel, pressedOn);
      await takeStep(page, panel, step);
      if (count % 20 === 0) await expectTogether(page, panel);
    }
    await openReplyOf(page, panel, "107");
    await pressOnCard(panel, articleOf("107"), "insert-link");
    await expectText(panel, en.insert.inserted);

    await expectAllInPlace(page, panel, await page.evaluate("writings"));
    await expectFlagsOf(backend, panel);
  });
});
