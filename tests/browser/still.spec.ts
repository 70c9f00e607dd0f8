/** The list keeps still under the pointer while the customer writes on, in the real panel. */
import type { Page } from "puppeteer-core";
import { en } from "../../components/text/en";
import { readPanel } from "../../scripts/browser/read-panel";
import { addMessage, type Desk, openDesk, switchTo } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { recordedMoments, recordPanel, strangersIn } from "./support/panel-record";
import { expectFirstCard } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const desk: Desk = { helpdesk: "zendesk", tickets: [parcel, invoice] };

/** Turns the ticket from a missing parcel to a broken one. */
const TURN = {
  ...({ role: "customer", author: "Nora Lindqvist", sentAt: "2026-11-20T11:00:00Z" } as const),
  text: "It has come after all, but broken: the carton is crushed, the lamp and the vase inside are damaged. Will the courier collect the damaged parcel? I have photographs of the crushed carton.",
};

/** Where the first card stands, and which it is. */
function firstCard(panel: Page) {
  return panel.evaluate(() => {
    const card = document.querySelector<HTMLElement>("[data-suggested] [data-card]");
    const { x, y, width, height } = card?.getBoundingClientRect() ?? new DOMRect();
    return { id: card?.dataset.card ?? null, x, y, width, height };
  });
}

const isOffered = (panel: Page) => panel.evaluate(() => document.querySelector("[data-action=newer]") !== null);
const firstId = async (panel: Page) => (await readPanel(panel))?.cards[0]?.id;

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
});

test("a message that arrives moves nothing under the pointer; the newer suggestions come when it has left", async ({
  page,
  desk: serve,
  openPanel,
}) => {
  await openDesk({ page, desk: serve }, desk, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  const before = await firstCard(panel);
  await panel.mouse.move(before.x + before.width / 2, before.y + before.height / 2);

  await addMessage(page, parcel.id, TURN);
  await expect.poll(() => isOffered(panel), { timeout: 20_000 }).toBe(true);
  const held = await firstCard(panel);
  const spoken = await panel.evaluate(() => document.querySelector("[aria-live]")?.textContent);
  await panel.mouse.move(before.x + before.width / 2, 2);

  expect(held).toEqual(before);
  expect(spoken).toContain(en.ticket.newerAnnounced);
  await expect.poll(() => firstId(panel), { timeout: 20_000 }).toBe("parcel-damaged");
  expect(await isOffered(panel)).toBe(false);
});

test("n shows what is newer and leads to the first of it", async ({ page, desk: serve, openPanel }) => {
  await openDesk({ page, desk: serve }, desk, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  const before = await firstCard(panel);
  await panel.mouse.move(before.x + 5, before.y + 5);
  await addMessage(page, parcel.id, TURN);
  await expect.poll(() => isOffered(panel), { timeout: 20_000 }).toBe(true);

  await panel.keyboard.press("n");

  await expect.poll(() => firstId(panel), { timeout: 20_000 }).toBe("parcel-damaged");
  const focused = () => panel.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card);
  await expect.poll(focused).toBe("parcel-damaged");
});

test("under a pointer that holds the list another ticket takes its place at once", async ({
  page,
  desk: serve,
  openPanel,
}) => {
  await openDesk({ page, desk: serve }, desk, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await recordPanel(panel);
  const { x, y } = await firstCard(panel);
  await panel.mouse.move(x + 5, y + 5);

  await switchTo(page, invoice.id);

  await expectFirstCard(panel, invoice.id, "invoice-twice");
  expect(strangersIn(await recordedMoments(panel))).toEqual([]);
  expect(await isOffered(panel)).toBe(false);
});
