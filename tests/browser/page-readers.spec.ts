/** A helpdesk's page has changed, and the team's server sends the selector that finds the subject again. */
import type { Page } from "@playwright/test";
import type { PageReadingUpdate } from "../../lib/contract/page-reader";
import type { LoadedExtension } from "../../scripts/browser/launch-extension";
import { publishPageReader } from "../../server/page-readers/publish-page-reader";
import { removePageReader } from "../../server/page-readers/remove-page-reader";
import { renderDesk } from "../replicas/desk";
import type { Backend } from "./support/backend";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const PATIENCE = { timeout: 30_000 };

const READING: PageReadingUpdate = {
  subject: [
    { name: "new-header", lastSeen: "2026-11", selector: '[data-test-id="ticket-heading-field"]', read: "value" },
  ],
};

type ServeDesk = (host: string, html: string) => Promise<unknown>;
type Evaluator = Pick<LoadedExtension, "evaluate">;

const TICKET_URL = `https://acme.zendesk.com/agent/tickets/${parcel.id}`;

/** A Zendesk whose subject has another test id than the bundled reader knows. */
function changedDesk(): string {
  const html = renderDesk({ helpdesk: "zendesk", tickets: [parcel], openTicketId: parcel.id });
  return html.replaceAll("omni-header-subject", "ticket-heading-field");
}

async function openChangedDesk(page: Page, desk: ServeDesk): Promise<void> {
  await desk("acme.zendesk.com", changedDesk());
  await page.goto(TICKET_URL);
}

/** The name of the strategy that read the subject, as the background keeps it. */
async function subjectReadBy(extension: Evaluator): Promise<string | null> {
  const pages = (await extension.evaluate("chrome.storage.session.get(null)")) as Record<
    string,
    { report?: { readBy?: Record<string, string | null> } }
  >;
  return Object.entries(pages).find(([key]) => key.startsWith("page:"))?.[1].report?.readBy?.subject ?? null;
}

async function storedVersions(extension: Evaluator): Promise<number[]> {
  const { pageReaders = [] } = (await extension.evaluate("chrome.storage.local.get(null)")) as {
    pageReaders?: { version: number }[];
  };
  return pageReaders.map(({ version }) => version);
}

async function publish({ db }: Backend): Promise<void> {
  await publishPageReader(db, { helpdesk: "zendesk", reading: READING }, Date.now());
}

/** Has the background do what it does every few minutes. */
async function ringAlarm(extension: Evaluator): Promise<void> {
  await extension.evaluate('chrome.alarms.create("sync", { when: Date.now() })');
}

test("an update that a panel's pass brings is used in the page that is open", async ({
  extension,
  page,
  desk,
  openPanel,
  backend,
}) => {
  await backend.importLines(SHOP_ARTICLES);
  await publish(backend);
  await openChangedDesk(page, desk);
  await connectTo(extension, backend);

  const panel = await openPanel(page);

  await expect.poll(() => subjectReadBy(extension), PATIENCE).toBe("new-header");
  await expectFirstCard(panel, parcel.id, "parcel-missing");
});

test("with no panel open the background brings an update, and takes it away again", async ({
  extension,
  page,
  desk,
  backend,
}) => {
  await publish(backend);
  await openChangedDesk(page, desk);
  await connectTo(extension, backend);

  await ringAlarm(extension);
  await expect.poll(() => subjectReadBy(extension), PATIENCE).toBe("new-header");
  await removePageReader(backend.db, "zendesk", Date.now());
  await ringAlarm(extension);

  await expect.poll(() => storedVersions(extension), PATIENCE).toEqual([]);
});

test("another server's update does not outlive the change to a server without one", async ({
  extension,
  page,
  desk,
  openPanel,
  backend,
}) => {
  await publish(backend);
  await openChangedDesk(page, desk);
  await connectTo(extension, backend);
  await openPanel(page);
  await expect.poll(() => storedVersions(extension), PATIENCE).toEqual([1]);

  await extension.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open("souffleur-settings");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction("settings", "readwrite").objectStore("settings");
      const reading = store.get("settings");
      reading.onsuccess = () => {
        const { connection } = reading.result;
        const other = { ...connection, libraryId: "other-library", endpoint: "http://127.0.0.1:9" };
        store.put({ ...reading.result, connection: other }, "settings").onsuccess = () => {
          opening.result.close();
          const channel = new BroadcastChannel("souffleur-settings");
          channel.postMessage("changed");
          channel.close();
          resolve(null);
        };
      };
    };
  })`);

  await expect.poll(() => storedVersions(extension), PATIENCE).toEqual([]);
});

test("an update is used in Firefox as well", async ({ firefox, backend }) => {
  await publish(backend);
  await connectTo(firefox, backend);
  await firefox.openDeskPage(TICKET_URL, changedDesk());

  await firefox.openSidebarPage();

  await expect.poll(() => subjectReadBy(firefox), PATIENCE).toBe("new-header");
});
