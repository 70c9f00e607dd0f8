import { expect, test } from "./harness/fixtures";

const TICKET_URL = "https://acme.zendesk.com/agent/tickets/1";
const TICKET_HTML = "<!doctype html><title>Ticket 1</title><h1>Parcel has not arrived</h1>";

test("the built extension shows its side panel beside a helpdesk page", async ({ page, desk, openPanel }) => {
  await desk("acme.zendesk.com", TICKET_HTML);
  await page.goto(TICKET_URL);

  const panel = await openPanel(page);

  await panel.waitForSelector("#root");
  expect(await page.textContent("h1")).toBe("Parcel has not arrived");
});

test("the built Firefox extension shows its sidebar page with a helpdesk page open", async ({ firefox }) => {
  const ticket = await firefox.openDeskPage(TICKET_URL, TICKET_HTML);

  const sidebar = await firefox.openSidebarPage();

  await sidebar.waitForSelector("#root");
  expect(await ticket.$eval("h1", (heading) => heading.textContent)).toBe("Parcel has not arrived");
});
