import type { BrowserContext, Worker } from "@playwright/test";
import type { Browser } from "puppeteer-core";
import { withExtensionPage } from "./extension-page";

type ExtensionInBrowser = { context: BrowserContext; puppeteerBrowser: Browser; extensionId: string };

function runningServiceWorker({ context, extensionId }: ExtensionInBrowser): Worker | undefined {
  return context.serviceWorkers().find((worker) => new URL(worker.url()).host === extensionId);
}

/** The extension's service worker, started when it is not running. */
export async function startServiceWorker(extension: ExtensionInBrowser): Promise<Worker> {
  const running = runningServiceWorker(extension);
  if (running) return running;
  const [started] = await Promise.all([
    extension.context.waitForEvent("serviceworker", {
      predicate: (worker) => new URL(worker.url()).host === extension.extensionId,
    }),
    withExtensionPage(extension, async (session) => {
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.startWorker", { scopeURL: `chrome-extension://${extension.extensionId}/` });
    }),
  ]);
  return started;
}

/**
 * Stops the service worker as the browser does after half a minute of idleness, which it never does by itself while a
 * debugger is attached. The next event for the extension starts it again.
 */
export async function stopServiceWorker(extension: ExtensionInBrowser): Promise<void> {
  const running = runningServiceWorker(extension);
  if (!running) return;
  await withExtensionPage(extension, async (session) => {
    await session.send("ServiceWorker.enable");
    await Promise.all([running.waitForEvent("close"), session.send("ServiceWorker.stopAllWorkers")]);
  });
}
