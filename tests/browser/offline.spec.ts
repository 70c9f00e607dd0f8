/** The server goes away: what the panel still does, and what becomes of flags given then. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { type LoadedExtension, launchExtension } from "../../scripts/browser/launch-extension";
import { serveDesk } from "../../scripts/browser/serve-desk";
import { openSidePanel } from "../../scripts/browser/side-panel";
import type { Backend } from "./support/backend";
import { type Desk, openDesk, switchTo } from "./support/desks";
import { test as base, connectTo, expect } from "./support/fixtures";
import { expectFirstCard, expectText, openArticle, pressButton, pressOnCard } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";
import { readStoredLibrary } from "./support/stored-library";

const { parcel, invoice } = SHOP_TICKETS;
const DESK: Desk = { helpdesk: "zendesk", tickets: [parcel, invoice] };

/** Long enough for the undo time of a flag and a pass after it. */
const FLAG_MS = 25_000;

type KeptBrowser = { launch(): Promise<LoadedExtension>; openPanel(extension: LoadedExtension): Promise<PanelPage> };

const test = base.extend<{ kept: KeptBrowser }>({
  /** A browser that can be closed and started again with the same profile. */
  kept: async ({ extensionDir, headless }, use) => {
    const userDataDir = mkdtempSync(join(tmpdir(), "souffleur-kept-"));
    const launched: LoadedExtension[] = [];
    await use({
      async launch() {
        const extension = await launchExtension({ extensionDir, headless, userDataDir, locale: "en-US" });
        launched.push(extension);
        return extension;
      },
      async openPanel(extension) {
        const page = extension.context.pages()[0] ?? (await extension.context.newPage());
        const desk = (host: string, html: Parameters<typeof serveDesk>[1]["html"]) =>
          serveDesk(extension.context, { host, html });
        await openDesk({ page, desk }, DESK, parcel.id);
        return openSidePanel(extension, page);
      },
    });
    for (const extension of launched) await extension.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  },
});

test.beforeEach(({ backend }) => backend.importLines(SHOP_ARTICLES));

function posts({ requests }: Backend): number {
  return requests.filter(({ method, path }) => method === "POST" && path === "/v1/flags").length;
}

function statusText(panel: PanelPage): Promise<string> {
  return panel.$eval(".status-text", (status) => status.textContent ?? "");
}

/** Flags while the server is away, waits until the panel knows that it is, and closes the browser. */
async function flagOfflineAndQuit(kept: KeptBrowser, backend: Backend): Promise<void> {
  const extension = await kept.launch();
  await connectTo(extension, backend);
  const panel = await kept.openPanel(extension);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await backend.stop();
  await pressOnCard(panel, "parcel-missing", "flag");
  await expectText(panel, en.flag.states.queued);
  await expectText(panel, en.sync.offline);
  await extension.close();
}

test("goes on suggesting, searching and reading without the server, and says how old the articles are", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectText(panel, en.sync.freshAt(""));
  await backend.stop();

  await pressButton(panel, en.sync.syncNow);
  await expectText(panel, en.sync.offline);
  await switchTo(page, invoice.id);

  await expectFirstCard(panel, invoice.id, "invoice-twice");
  expect(await statusText(panel)).toMatch(/^Offline · showing articles from \d\d:\d\d$/);
  await panel.type("[data-action=search]", "authenticator");
  await panel.waitForSelector('[data-card="login-code"]');
  await openArticle(panel, "login-code");
  await expectText(panel, "An authenticator app shows codes without network.");
});

test("delivers a flag given offline once, after a restart of the browser, through the panel", async ({
  kept,
  backend,
}) => {
  await flagOfflineAndQuit(kept, backend);
  const extension = await kept.launch();
  const panel = await kept.openPanel(extension);
  await expectText(panel, en.sync.queuedFlags(1));
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await backend.restart();
  await pressButton(panel, en.sync.syncNow);
  await expectText(panel, en.flag.lookBy(""));
  const passes = backend.requests.length;
  await pressButton(panel, en.sync.syncNow);
  await expect.poll(() => backend.requests.length).toBeGreaterThan(passes);
  await expectText(panel, en.sync.freshAt(""));

  expect(await backend.readFlags()).toMatchObject([{ articleId: "parcel-missing", agentId: backend.agent.id }]);
  expect(posts(backend)).toBe(1);
});

test("delivers a flag given offline once, after a restart of the browser, with no panel open", async ({
  kept,
  backend,
}) => {
  await flagOfflineAndQuit(kept, backend);
  const extension = await kept.launch();
  const [queued] = (await readStoredLibrary(extension)).flags;
  await backend.restart();

  // A pass before the end of the undo time would rightly leave the flag alone.
  await expect.poll(() => Date.now(), { timeout: FLAG_MS }).toBeGreaterThan(queued?.undoUntilMs ?? 0);
  // The background sets its own alarm of this name when it starts; one set before would be replaced by it.
  await expect.poll(() => extension.evaluate('chrome.alarms.get("sync")')).toMatchObject({ name: "sync" });
  await extension.evaluate('chrome.alarms.create("sync", { when: Date.now() })');
  await expect.poll(() => backend.readFlags(), { timeout: FLAG_MS }).toMatchObject([{ id: queued?.id }]);
  await expect
    .poll(async () => (await readStoredLibrary(extension)).flags, { timeout: FLAG_MS })
    .toMatchObject([{ id: queued?.id, state: "sent" }]);
  const passes = backend.requests.length;
  await extension.evaluate('chrome.alarms.create("sync", { when: Date.now() })');
  await expect.poll(() => backend.requests.length, { timeout: FLAG_MS }).toBeGreaterThan(passes);

  expect(await backend.readFlags()).toHaveLength(1);
  expect(posts(backend)).toBe(1);
});

test("sends nothing of a flag that is undone in time", async ({ backend, extension, page, desk, openPanel }) => {
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");

  await pressOnCard(panel, "parcel-missing", "flag");
  await pressOnCard(panel, "parcel-missing", "undo");
  await panel.waitForFunction("!document.querySelector('.flag-strip')");

  expect((await readStoredLibrary(extension)).flags).toEqual([]);
  const before = backend.requests.length;
  await pressButton(panel, en.sync.syncNow);
  await expect.poll(() => backend.requests.length).toBeGreaterThan(before);
  await expectText(panel, en.sync.freshAt(""));
  expect(posts(backend)).toBe(0);
});

test("adds a reason given later to the flag that was sent", async ({ backend, extension, page, desk, openPanel }) => {
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await pressOnCard(panel, "parcel-missing", "flag");
  await expect.poll(() => backend.readFlags(), { timeout: FLAG_MS }).toMatchObject([{ reason: null }]);
  const [first] = await backend.readFlags();
  await expectText(panel, en.flag.lookBy(""));

  await pressButton(panel, en.flag.reasons.outdated);

  await expect
    .poll(() => backend.readFlags(), { timeout: FLAG_MS })
    .toMatchObject([{ id: first?.id, reason: "outdated" }]);
});
