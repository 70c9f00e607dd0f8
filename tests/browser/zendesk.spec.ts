import { en } from "../../components/text/en";
import { waitForAnswer } from "../../scripts/browser/read-panel";
import { addMessage, closeTicket, type Desk, openDesk, switchTo, switchToList } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { recordedMoments, recordPanel, strangersIn } from "./support/panel-record";
import { expectFirstCard, expectState, expectText } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel, invoice, login } = SHOP_TICKETS;
const TICKETS: Desk = { helpdesk: "zendesk", tickets: [parcel, invoice, login] };

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
});

test("follows the agent from ticket to ticket without a page load, and never shows a neighbour's articles", async ({
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, TICKETS, parcel.id);
  await page.evaluate("window.isFirstLoad = true");
  const panel = await openPanel(page);
  await recordPanel(panel);

  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await page.click(`[data-test-id=header-tab][data-entity-id="${invoice.id}"]`);
  await expectFirstCard(panel, invoice.id, "invoice-twice");
  await page.click(`[data-test-id=header-tab][data-entity-id="${login.id}"]`);
  await expectFirstCard(panel, login.id, "login-code");
  await page.goBack();
  await expectFirstCard(panel, invoice.id, "invoice-twice");

  const moments = await recordedMoments(panel);
  expect(strangersIn(moments)).toEqual([]);
  expect(moments.length).toBeGreaterThan(8);
  expect(await page.evaluate("window.isFirstLoad")).toBe(true);
});

test("says that no ticket is open on the list of tickets", async ({ page, desk, openPanel }) => {
  await openDesk({ page, desk }, TICKETS, parcel.id);
  const panel = await openPanel(page);
  await recordPanel(panel);
  await waitForAnswer(panel, parcel.id);

  await switchToList(page);

  await expectState(panel, "noTicket");
  await expectText(panel, en.ticket.noTicket("Zendesk"));
  expect(strangersIn(await recordedMoments(panel))).toEqual([]);
});

test("suggests anew when the customer writes again on the open ticket", async ({ page, desk, openPanel }) => {
  const quiet = { ...parcel, subject: "A question", messages: parcel.messages };
  await openDesk({ page, desk }, { ...TICKETS, tickets: [quiet, invoice] }, quiet.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, quiet.id, "parcel-missing");

  await addMessage(page, quiet.id, {
    ...{ role: "customer", author: "Nora Lindqvist", sentAt: "2026-11-20T10:00:00Z" },
    text: "The parcel arrived broken: the carton is crushed and the vase inside is damaged. I took photographs.",
  });

  await expectFirstCard(panel, quiet.id, "parcel-damaged");
});

test("shows no neighbour's articles while tickets are drawn slowly", async ({ page, desk, openPanel }) => {
  const delaysMs = { subject: 600, log: 1200, messages: 2200, pane: 400 };
  await openDesk({ page, desk }, { ...TICKETS, delaysMs }, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await recordPanel(panel);

  for (const ticket of [invoice, login]) {
    await closeTicket(page, ticket.id);
    await switchTo(page, ticket.id);
    await waitForAnswer(panel, ticket.id);
  }

  await expectFirstCard(panel, login.id, "login-code");
  const moments = await recordedMoments(panel);
  expect(strangersIn(moments)).toEqual([]);
  expect(moments.some(({ ticketId, state }) => ticketId === login.id && state === "waiting")).toBe(true);
});

test("shows no neighbour's articles when tickets are switched quickly, back and forth", async ({
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, TICKETS, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await recordPanel(panel);

  for (let round = 0; round < 8; round += 1) {
    for (const ticket of [invoice, login, parcel]) await switchTo(page, ticket.id);
    await closeTicket(page, invoice.id);
    await switchTo(page, login.id);
    await switchTo(page, parcel.id);
  }
  await switchTo(page, invoice.id);

  await expectFirstCard(panel, invoice.id, "invoice-twice");
  expect(strangersIn(await recordedMoments(panel))).toEqual([]);
});

test("the record of these tests catches a neighbour's article that is drawn for one moment", async ({
  page,
  desk,
  openPanel,
}) => {
  await openDesk({ page, desk }, TICKETS, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await recordPanel(panel);

  await panel.evaluate(async () => {
    const stranger = document.createElement("li");
    stranger.dataset.card = "invoice-twice";
    document.querySelector(".card-list")?.append(stranger);
    await Promise.resolve();
    stranger.remove();
  });

  expect(strangersIn(await recordedMoments(panel))).toMatchObject([{ ticketId: parcel.id, state: "found" }]);
});
