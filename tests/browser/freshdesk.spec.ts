import { en } from "../../components/text/en";
import { waitForAnswer } from "../../scripts/browser/read-panel";
import { addMessage, type Desk, openDesk, switchTo, switchToList } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { recordedMoments, recordPanel, strangersIn } from "./support/panel-record";
import { expectFirstCard, expectState, expectText } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const DESK: Desk = { helpdesk: "freshdesk", tickets: [parcel, invoice] };

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
});

test("follows the agent from ticket to ticket while the old one still stands in the page", async ({
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, DESK, parcel.id);
  await page.evaluate("window.isFirstLoad = true");
  const panel = await openPanel(page);
  await recordPanel(panel);

  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await page.click(`.desk-tickets a[data-ticket="${invoice.id}"]`);
  await expectFirstCard(panel, invoice.id, "invoice-twice");
  await page.goBack();
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await switchToList(page);
  await expectState(panel, "noTicket");

  await expectText(panel, en.ticket.noTicket("Freshdesk"));
  const moments = await recordedMoments(panel);
  expect(strangersIn(moments)).toEqual([]);
  expect(moments.some(({ ticketId, state }) => ticketId === invoice.id && state === "waiting")).toBe(true);
  expect(await page.evaluate("window.isFirstLoad")).toBe(true);
});

test("shows no neighbour's articles while old content lingers long and the new is drawn slowly", async ({
  page,
  desk,
  openPanel,
}) => {
  const delaysMs = { linger: 1500, subject: 500, messages: 1500 };
  await openDesk({ page, desk }, { ...DESK, delaysMs }, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await recordPanel(panel);

  for (const ticket of [invoice, parcel, invoice]) {
    await switchTo(page, ticket.id);
    await waitForAnswer(panel, ticket.id);
  }

  await expectFirstCard(panel, invoice.id, "invoice-twice");
  expect(strangersIn(await recordedMoments(panel))).toEqual([]);
});

test("shows no neighbour's articles when tickets are switched quickly, back and forth", async ({
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await recordPanel(panel);

  for (let round = 0; round < 10; round += 1) {
    for (const ticket of [invoice, parcel]) await switchTo(page, ticket.id);
  }
  await switchTo(page, invoice.id);

  await expectFirstCard(panel, invoice.id, "invoice-twice");
  expect(strangersIn(await recordedMoments(panel))).toEqual([]);
});

test("suggests anew when the customer writes again on the open ticket", async ({ page, desk, openPanel }) => {
  await openDesk({ page, desk }, { ...DESK, tickets: [{ ...parcel, subject: "A question" }, invoice] }, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await addMessage(page, parcel.id, {
    ...{ role: "customer", author: "Nora Lindqvist", sentAt: "2026-11-20T10:00:00Z" },
    text: "The parcel arrived broken: the carton is crushed and the vase inside is damaged. I took photographs.",
  });

  await expectFirstCard(panel, parcel.id, "parcel-damaged");
});
