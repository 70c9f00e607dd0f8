/** A helpdesk on a host name of a team's own: asked for in the options, read from then on, and taken away again. */
import type { Page } from "@playwright/test";
import {
  addHelpdeskHost,
  followActivePage,
  loadHelpdeskHosts,
  removeHelpdeskHost,
} from "../../scripts/browser/helpdesk-hosts";
import type { LoadedExtension } from "../../scripts/browser/launch-extension";
import { agreeToHost } from "../../scripts/browser/site-access";
import { renderDesk } from "../replicas/desk";
import { test as base, expect } from "./support/fixtures";
import { SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const HOST = "help.example.com";
const ORIGIN = `https://${HOST}/*`;
const TICKET_URL = `https://${HOST}/agent/tickets/${parcel.id}`;
const WAIT = { timeout: 20_000 };

const ticketReport = { state: "ticket", ticket: { id: parcel.id, url: TICKET_URL } };

/** A tab with a ticket of that host in front, opened before the host was added. */
const test = base.extend<{ ticketTab: Page }>({
  ticketTab: async ({ page, desk }, use) => {
    await desk(HOST, renderDesk({ helpdesk: "zendesk", tickets: [parcel], openTicketId: parcel.id }));
    await page.goto(TICKET_URL);
    await page.evaluate("window.isFirstLoad = true");
    await use(page);
  },
});

async function addHost(extension: LoadedExtension): Promise<void> {
  await agreeToHost(extension, ORIGIN);
  expect(await addHelpdeskHost(extension, TICKET_URL, "zendesk")).toBe("added");
}

/** Ids of the content scripts registered at run time. */
function registeredIds(extension: LoadedExtension): Promise<unknown> {
  return extension.evaluate("chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({ id }) => id))");
}

test("an added host is read: in the tab that was open, and after a load", async ({
  extension,
  ticketTab,
  openPanel,
}) => {
  const heard = await followActivePage(await openPanel(ticketTab));
  await expect.poll(heard, WAIT).toMatchObject({ report: null, missingAccess: [] });

  await addHost(extension);

  await expect.poll(heard, WAIT).toMatchObject({ report: ticketReport });
  expect(await ticketTab.evaluate("window.isFirstLoad === true")).toBe(true);
  await ticketTab.goto("about:blank");
  await expect.poll(heard, WAIT).toMatchObject({ report: null });
  await ticketTab.goto(TICKET_URL);
  await expect.poll(heard, WAIT).toMatchObject({ report: ticketReport });
});

test("a removed host is read no more, in no tab, and the permission is given back", async ({
  extension,
  ticketTab,
  openPanel,
}) => {
  const heard = await followActivePage(await openPanel(ticketTab));
  await addHost(extension);
  await expect.poll(heard, WAIT).toMatchObject({ report: ticketReport });

  await removeHelpdeskHost(extension, HOST);

  await expect.poll(heard, WAIT).toMatchObject({ report: null, missingAccess: [] });
  expect(await registeredIds(extension)).toEqual([]);
  expect(await extension.evaluate(`chrome.permissions.contains({ origins: ["${ORIGIN}"] })`)).toBe(false);
  await ticketTab.reload();
  await ticketTab.waitForSelector("article");
  await expect.poll(heard, WAIT).toMatchObject({ report: null });
  const stored = await extension.evaluate("chrome.storage.session.get(null)");
  // The background's notes about itself.
  expect(Object.keys(Object(stored)).filter((key) => key !== "hasReadOpenTabs" && key !== "badgesRest")).toEqual([]);
});

test("what is read anyway, not supported or no https address is not added", async ({ extension }) => {
  const outcomes = [
    await addHelpdeskHost(extension, "acme.zendesk.com", "zendesk"),
    await addHelpdeskHost(extension, "acme.freshservice.com", "freshdesk"),
    await addHelpdeskHost(extension, "http://help.example.com", "zendesk"),
  ];

  expect(outcomes).toEqual(["covered", "otherProduct", "notAHost"]);
  expect(await loadHelpdeskHosts(extension)).toEqual([]);
});

test("a host whose permission was taken away is missed, and read again once it is back", async ({
  extension,
  ticketTab,
  openPanel,
}) => {
  const heard = await followActivePage(await openPanel(ticketTab));
  await addHost(extension);
  await expect.poll(heard, WAIT).toMatchObject({ report: ticketReport });

  await extension.evaluate(`chrome.permissions.remove({ origins: ["${ORIGIN}"] })`);
  await expect.poll(heard, WAIT).toMatchObject({ report: null, missingAccess: [ORIGIN] });
  expect(await registeredIds(extension)).toEqual([]);
  await extension.evaluate(`chrome.permissions.request({ origins: ["${ORIGIN}"] })`);

  await expect.poll(heard, WAIT).toMatchObject({ report: ticketReport, missingAccess: [] });
  expect(await registeredIds(extension)).toEqual([`host:zendesk:${HOST}`]);
});
