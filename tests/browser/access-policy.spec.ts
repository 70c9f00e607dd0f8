/** What an administrator's policy does, in a browser that takes one. */
import { followActivePage, loadHelpdeskHosts, removeHelpdeskHost } from "../../scripts/browser/helpdesk-hosts";
import { agreeToHost, setPolicy } from "../../scripts/browser/site-access";
import { renderDesk } from "../replicas/desk";
import { expect, test } from "./support/fixtures";
import { SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const HOST = "help.example.com";
const ORIGIN = `https://${HOST}/*`;
const WAIT = { timeout: 20_000 };
const POLICY = { helpdeskHosts: [{ host: HOST, helpdesk: "zendesk" }] };

test("the panel asks for the administrator's host, which is read once the agent agrees", async ({
  extension,
  page,
  desk,
  openPanel,
}) => {
  await setPolicy(extension, POLICY);
  await desk(HOST, renderDesk({ helpdesk: "zendesk", tickets: [parcel], openTicketId: parcel.id }));
  await page.goto(`https://${HOST}/agent/tickets/${parcel.id}`);
  const panel = await openPanel(page);
  const heard = await followActivePage(panel);
  await expect.poll(heard, WAIT).toMatchObject({ report: null, missingAccess: [ORIGIN] });
  await agreeToHost(extension, ORIGIN);

  await extension.evaluate(`chrome.permissions.request({ origins: ["${ORIGIN}"] })`);

  await expect.poll(heard, WAIT).toMatchObject({ report: { state: "ticket", ticket: { id: parcel.id } } });
});

test("the options list the administrator's host, and cannot remove it", async ({ extension }) => {
  await setPolicy(extension, POLICY);

  await removeHelpdeskHost(extension, HOST);

  expect(await loadHelpdeskHosts(extension)).toEqual([
    { host: HOST, helpdesk: "zendesk", isGranted: false, isFromPolicy: true },
  ]);
});
