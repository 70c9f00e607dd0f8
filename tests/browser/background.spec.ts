/** What the background keeps of tabs, and how the browser is told to open the panel. */
import type { LoadedExtension } from "../../scripts/browser/launch-extension";
import { stopServiceWorker } from "../../scripts/browser/service-worker";
import { type Desk, openDesk } from "./support/desks";
import { expect, test } from "./support/fixtures";
import { SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const DESK: Desk = { helpdesk: "zendesk", tickets: [parcel, invoice] };
const PATIENCE = { timeout: 20_000 };

/** What session storage holds of tabs, as text: all but the background's two notes about itself. */
async function inSession(extension: LoadedExtension): Promise<string> {
  const stored = await extension.evaluate("chrome.storage.session.get(null)");
  const ofTabs = Object.entries(Object(stored)).filter(([key]) => key !== "hasReadOpenTabs" && key !== "badgesRest");
  return JSON.stringify(Object.fromEntries(ofTabs));
}

const NOTHING_OF_A_TAB = "{}";

test("forgets a tab's ticket when the tab closes", async ({ extension, context, page, desk }) => {
  const ticketTab = await context.newPage();
  await openDesk({ page: ticketTab, desk }, DESK, parcel.id);
  await expect.poll(() => inSession(extension), PATIENCE).toContain(parcel.subject);

  await ticketTab.close();

  await expect.poll(() => inSession(extension), PATIENCE).toBe(NOTHING_OF_A_TAB);
  expect(page.isClosed()).toBe(false);
});

test("forgets a tab's ticket when the tab goes elsewhere", async ({ extension, page, desk }) => {
  await desk("www.acme.example", "<!doctype html><h1>Acme</h1>");
  await openDesk({ page, desk }, DESK, parcel.id);
  await expect.poll(() => inSession(extension), PATIENCE).toContain(parcel.subject);

  await page.goto("https://www.acme.example/");

  await expect.poll(() => inSession(extension), PATIENCE).toBe(NOTHING_OF_A_TAB);
});

test("forgets a closed tab's ticket although the background had been stopped", async ({
  extension,
  context,
  page,
  desk,
}) => {
  const ticketTab = await context.newPage();
  await openDesk({ page: ticketTab, desk }, DESK, parcel.id);
  await expect.poll(() => inSession(extension), PATIENCE).toContain(parcel.subject);
  await stopServiceWorker(extension);

  await ticketTab.close();

  await expect.poll(() => inSession(extension), PATIENCE).toBe(NOTHING_OF_A_TAB);
  expect(page.isClosed()).toBe(false);
});

test("the toolbar button opens the panel", async ({ extension }) => {
  const behaviour = () => extension.evaluate("chrome.sidePanel.getPanelBehavior()");

  await expect.poll(behaviour, PATIENCE).toMatchObject({ openPanelOnActionClick: true });
});

test("a key of the keyboard opens the panel", async ({ extension }) => {
  const commands = await extension.evaluate("chrome.commands.getAll()");

  expect(commands).toEqual([expect.objectContaining({ name: "_execute_action", shortcut: "Alt+Shift+S" })]);
});
