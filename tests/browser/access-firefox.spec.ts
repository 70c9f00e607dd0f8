/** Firefox: hosts can be added and taken away there too, the helpdesks' own among them. */
import type { Page } from "puppeteer-core";
import { type FirefoxExtension, launchFirefoxExtension } from "../../scripts/browser/firefox";
import { followActivePage, pressToAddHelpdeskHost, removeHelpdeskHost } from "../../scripts/browser/helpdesk-hosts";
import { renderDesk } from "../replicas/desk";
import { test as base, expect } from "./support/fixtures";
import { SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const HOST = "help.example.com";
const TICKET_URL = `https://${HOST}:8443/agent/tickets/${parcel.id}`;
const ZENDESK = "https://*.zendesk.com/*";
const HTML = renderDesk({ helpdesk: "zendesk", tickets: [parcel], openTicketId: parcel.id });
const WAIT = { timeout: 20_000 };

const test = base.extend<{ firefox: FirefoxExtension }>({
  firefox: async ({ firefoxExtensionDir, headless }, use) => {
    // No debugger can press a button of the browser's own question: the agent's yes is set beforehand.
    const extraPreferences = { "extensions.webextOptionalPermissionPrompts": false };
    const firefox = await launchFirefoxExtension({ extensionDir: firefoxExtensionDir, headless, extraPreferences });
    await use(firefox);
    await firefox.close();
  },
});

function isFirstLoad(tab: Page): Promise<unknown> {
  return tab.evaluate("window.isFirstLoad === true");
}

test("an added host is read in the open tab, whatever its port, and no more once it is removed", async ({
  firefox,
}) => {
  const ticketTab = await firefox.openDeskPage(TICKET_URL, HTML);
  await ticketTab.evaluate("window.isFirstLoad = true");
  const heard = await followActivePage(await firefox.openSidebarPage());

  const outcome = await pressToAddHelpdeskHost(await firefox.openExtensionPage("options.html"), TICKET_URL, "zendesk");

  expect(outcome).toBe("added");
  await expect.poll(heard, WAIT).toMatchObject({ report: { state: "ticket", ticket: { id: parcel.id } } });
  expect(await isFirstLoad(ticketTab)).toBe(true);
  await removeHelpdeskHost(firefox, HOST);
  await expect.poll(heard, WAIT).toMatchObject({ report: null });
  expect(await firefox.evaluate("browser.scripting.getRegisteredContentScripts()")).toEqual([]);
});

test("says which helpdesk is withheld", async ({ firefox }) => {
  await firefox.openDeskPage(`https://acme.zendesk.com/agent/tickets/${parcel.id}`, HTML);
  const heard = await followActivePage(await firefox.openSidebarPage());
  await expect.poll(heard, WAIT).toMatchObject({ report: { state: "ticket" } });

  await firefox.evaluate(`browser.permissions.remove({ origins: ["${ZENDESK}"] })`);

  await expect.poll(heard, WAIT).toMatchObject({ report: null, missingAccess: [ZENDESK] });
});
