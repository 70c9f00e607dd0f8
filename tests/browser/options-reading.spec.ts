/** What the options page says about reading tickets, kept and obeyed: the helpdesk's API, and addresses of a team's own. */
import type { Page } from "@playwright/test";
import { en } from "../../components/text/en";
import { waitForSettledAnswer } from "../../scripts/browser/read-panel";
import { agreeToHost } from "../../scripts/browser/site-access";
import { createFakeHelpdeskApi } from "../replicas/api/fake-helpdesk-api";
import { DRAWN_AT_ONCE, type ReplicaMessage, renderDesk } from "../replicas/desk";
import { openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { openOptions } from "./support/options-page";
import { expectFirstCard, expectNoText, expectState, expectText } from "./support/panel-steps";
import { replyArticles } from "./support/replies";
import { SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const HOST = "help.example.com";

const greeting = (text: string, minute: number): ReplicaMessage => ({
  ...{ role: "customer", author: "Nora Lindqvist", text },
  sentAt: new Date(Date.UTC(2026, 10, 20, 9, minute)).toISOString(),
});

/** Says what it is about in its first message only, which its page does not draw. */
const LONG_TICKET = {
  ...parcel,
  subject: "A question",
  messages: [...parcel.messages, ...["Hello?", "Good morning!", "Thanks."].map(greeting)],
};

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(replyArticles("public"));
  await connectTo(extension, backend);
});

const box = (options: Page) => options.getByLabel(en.reading.byApi);

test("the choice not to ask the helpdesk's API is kept and obeyed, and so is its withdrawal", async ({
  context,
  extension,
  page,
  desk,
  openPanel,
}) => {
  const tickets = [LONG_TICKET];
  const api = createFakeHelpdeskApi({ helpdesk: "zendesk", tickets });
  const { page: options } = await openOptions(extension);
  await box(options).uncheck();
  await expect(options.getByText(en.reading.saved)).toBeVisible();
  await options.reload();
  await expect(box(options)).not.toBeChecked();

  await page.bringToFront();
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets, newestShown: 3, delaysMs: DRAWN_AT_ONCE }, parcel.id);
  await api.serve(context);
  const panel = await openPanel(page);
  const { state } = await waitForSettledAnswer(panel, parcel.id);
  await expectText(panel, en.health.partlyRead);
  const askedAgainstChoice = [...api.requests];
  await options.bringToFront();
  await box(options).check();
  await expect(options.getByText(en.reading.saved)).toBeVisible();
  // Turning to the ticket asks; loading it anew as well would be an opening of its own, and ask once more.
  await page.bringToFront();

  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await expectNoText(panel, en.health.partlyRead);
  expect(state).toBe("nothingFits");
  expect(askedAgainstChoice).toEqual([]);
  expect(api.requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
});

test("an address added on the page is read in the tab that is open there, and not any more once removed", async ({
  extension,
  page,
  desk,
  openPanel,
}) => {
  await desk(HOST, renderDesk({ helpdesk: "zendesk", tickets: [parcel], openTicketId: parcel.id }));
  await page.goto(`https://${HOST}/agent/tickets/${parcel.id}`);
  const panel = await openPanel(page);
  await expectState(panel, "noHelpdesk");
  await agreeToHost(extension, `https://${HOST}/*`);
  const { page: options } = await openOptions(extension);

  await options.getByLabel(en.hosts.address, { exact: true }).fill(`https://${HOST}/agent/tickets/${parcel.id}`);
  await options.getByLabel(en.hosts.helpdesk, { exact: true }).selectOption("zendesk");
  await options.getByRole("button", { name: en.hosts.add, exact: true }).click();
  await expect(options.getByText(en.hosts.outcomes.added.title)).toBeVisible();
  await expect(options.getByRole("listitem").filter({ hasText: HOST })).toContainText(en.hosts.allowed);
  await page.bringToFront();
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await options.bringToFront();
  await options.reload();
  await options.getByRole("button", { name: en.hosts.removeOf(HOST) }).click();
  await expect(options.getByText(en.hosts.removed(HOST))).toBeVisible();
  await expect(options.getByRole("listitem")).toHaveCount(0);
  await page.bringToFront();
  await expectState(panel, "noHelpdesk");
  await page.reload();
  await page.waitForSelector("article");
  await expectState(panel, "noHelpdesk");
});
