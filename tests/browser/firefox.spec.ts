/** The Firefox build: its sidebar's page, in a tab beside a helpdesk's. */
import { en } from "../../components/text/en";
import { renderDesk } from "../replicas/desk";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, expectText, openArticle, pressButton, pressOnCard } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;

test("suggests, opens an article and delivers a flag in Firefox", async ({ firefox, backend }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(firefox, backend);
  const html = renderDesk({ helpdesk: "zendesk", tickets: [parcel, invoice], openTicketId: parcel.id });
  const ticketTab = await firefox.openDeskPage(`https://acme.zendesk.com/agent/tickets/${parcel.id}`, html);
  const sidebar = await firefox.openSidebarPage();

  await expectFirstCard(sidebar, parcel.id, "parcel-missing");
  await openArticle(sidebar, "parcel-missing");
  await expectText(sidebar, "A replacement leaves the warehouse at once.");
  await pressButton(sidebar, en.article.back);
  await pressOnCard(sidebar, "parcel-missing", "flag");
  await expectText(sidebar, en.flag.states.queued);
  await expect.poll(() => backend.readFlags(), { timeout: 25_000 }).toMatchObject([{ articleId: "parcel-missing" }]);
  await expectText(sidebar, en.flag.lookBy(""));
  await ticketTab.evaluate(`replica.openTicket("${invoice.id}")`);

  await expectFirstCard(sidebar, invoice.id, "invoice-twice");
  expect(firefox.unexpectedRequests).toEqual([]);
});
