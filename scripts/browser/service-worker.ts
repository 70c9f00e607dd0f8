import type { BrowserContext, Worker } from "@playwright/test";
import type { Browser, CDPSession } from "puppeteer-core";
import { withExtensionPage } from "./extension-page";
import { waitUntil } from "./wait-until";

type ExtensionInBrowser = { context: BrowserContext; puppeteerBrowser: Browser; extensionId: string };

/** Gives a command and waits for the service worker to get there. Playwright says nothing of a worker that stopped. */
async function bringTo(
  extension: ExtensionInBrowser,
  wanted: "running" | "stopped",
  command: (session: CDPSession) => Promise<void>,
): Promise<void> {
  await withExtensionPage(extension, async (session) => {
    // Once is enough: the next event for the extension may start a stopped worker again before anybody has looked.
    let hasGotThere = false;
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      const ours = versions.filter(({ scriptURL }) => scriptURL.includes(extension.extensionId));
      if (ours.some(({ runningStatus }) => runningStatus === wanted)) hasGotThere = true;
    });
    await session.send("ServiceWorker.enable");
    await command(session);
    await waitUntil(`service worker ${wanted}`, async () => hasGotThere || null);
  });
}

/** The extension's service worker, started when it is not running. */
export async function startServiceWorker(extension: ExtensionInBrowser): Promise<Worker> {
  const isOurs = (worker: Worker) => new URL(worker.url()).host === extension.extensionId;
  const scopeURL = `chrome-extension://${extension.extensionId}/`;
  await bringTo(extension, "running", (session) => session.send("ServiceWorker.startWorker", { scopeURL }));
  const running = extension.context.serviceWorkers().find(isOurs);
  return running ?? extension.context.waitForEvent("serviceworker", { predicate: isOurs });
}

/**
 * Stops the service worker as the browser does after half a minute of idleness, which it never does by itself while a
 * debugger is attached. The next event for the extension starts it again; until then evaluating in it waits.
 */
export async function stopServiceWorker(extension: ExtensionInBrowser): Promise<void> {
  await bringTo(extension, "stopped", (session) => session.send("ServiceWorker.stopAllWorkers"));
}
