/**
 * Starts Chromium with the built extension in it. Two debuggers sit side by side: Playwright drives tabs and serves
 * pages; Puppeteer reaches the side panel, which Playwright does not list.
 */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, type Worker } from "@playwright/test";
import puppeteer, { type Browser } from "puppeteer-core";
import { type ColorScheme, type Profile, prepareProfile, writePreferences } from "./chromium-profile";
import { evaluateInExtension } from "./extension-page";
import { requireChromium } from "./find-browser.mjs";
import { type Manifest, readManifest } from "./read-manifest";
import { startServiceWorker } from "./service-worker";
import { waitUntil } from "./wait-until";

export type LaunchOptions = {
  /** The built extension, for example `.output/chrome-mv3`. Its path decides the extension's id. */
  extensionDir: string;
  headless: boolean;
  /** Kept at close, for a second launch with the same data. Without it a temporary profile is used and removed. */
  userDataDir?: string;
  /** Language of pages and panel (`navigator.language`), for example `fr`. */
  locale?: string;
  colorScheme?: ColorScheme;
  /** A forward proxy for everything, loopback included, for example `http://127.0.0.1:8080`. */
  proxy?: string;
  extraArgs?: string[];
};

/** A running browser with the extension in it. */
export type LoadedExtension = {
  /** Playwright's view: tabs and the service worker, not the side panel. */
  context: BrowserContext;
  /** Puppeteer's view of the same browser, side panel included. */
  puppeteerBrowser: Browser;
  extensionId: string;
  manifest: Manifest;
  /** Address of a file of the extension. */
  url(path: string): string;
  /**
   * Evaluates an expression in a page of the extension as if after a click, and awaits it when it is a promise. Answers
   * what it came to as JSON carries it; throws what it threw. The tab in front stays in front.
   */
  evaluate(expression: string): Promise<unknown>;
  /** The extension's service worker; started again when it had stopped. */
  serviceWorker(): Promise<Worker>;
  /** Ends the browser's process at once, as a crash does; what it had not handed to the system is lost. */
  kill(): Promise<void>;
  /** Ends the browser and removes a temporary profile. May be called twice, and after the user closed the window. */
  close(): Promise<void>;
};

const QUIET_FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  // Sign-in and updates of components ask the browser maker's servers all the same: they are sent to a dead end.
  "--gaia-url=http://127.0.0.1:1/",
  "--component-updater=url-source=http://127.0.0.1:1/",
  // Served pages are answered before any name is looked up; whatever else aims beyond this machine finds nothing.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE [::1], EXCLUDE localhost, EXCLUDE *.localhost",
];
/** For a window somebody looks at: room for ticket and panel, and no bar about the flags above. */
const WINDOW_FLAGS = ["--window-size=1280,800", "--test-type"];
const START_WITHIN_MS = 15_000;
const CLOSE_WITHIN_MS = 10_000;

function launchArgs(extensionDir: string, { headless, locale, proxy, extraArgs = [] }: LaunchOptions): string[] {
  return [
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    ...QUIET_FLAGS,
    ...(headless ? [] : WINDOW_FLAGS),
    "--remote-debugging-port=0",
    ...(locale === undefined ? [] : [`--lang=${locale}`]),
    ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`, "--proxy-bypass-list=<-loopback>"]),
    ...extraArgs,
  ];
}

function launchContext(profile: Profile, extensionDir: string, options: LaunchOptions): Promise<BrowserContext> {
  const { path, branded } = requireChromium();
  const args = launchArgs(extensionDir, options);
  return chromium.launchPersistentContext(profile.userDataDir, {
    executablePath: path,
    headless: options.headless,
    // Said outright, because inside Playwright Test its own defaults would emulate a viewport, a language, a scheme.
    viewport: null,
    colorScheme: null,
    args: branded ? [...args, "--enable-unsafe-extension-debugging"] : args,
    ignoreDefaultArgs: [
      // Keeps "controlled by automated test software" out of a window somebody looks at.
      ...(options.headless ? [] : ["--enable-automation"]),
      // Undone by `--disable-extensions-except`, which these ignore.
      ...(branded ? ["--disable-extensions"] : []),
    ],
    ...(options.locale !== undefined && {
      locale: options.locale,
      // On Linux the interface language comes from the environment.
      env: { ...process.env, LANGUAGE: options.locale },
    }),
  });
}

/** The browser writes its port and socket path there when it listens. */
function connectPuppeteer({ userDataDir }: Profile): Promise<Browser> {
  const portFile = join(userDataDir, "DevToolsActivePort");
  return waitUntil("listening of the browser's debugger", async () => {
    if (!existsSync(portFile)) return null;
    const [port, socketPath] = readFileSync(portFile, "utf8").split("\n");
    if (!port || !socketPath) return null;
    return puppeteer.connect({ browserWSEndpoint: `ws://127.0.0.1:${port}${socketPath}`, defaultViewport: null });
  });
}

/**
 * Waits for the extension's service worker and answers the extension's id. Edge and Chrome ignore `--load-extension`;
 * they take the extension through Playwright's debugger pipe.
 */
async function waitForExtension(context: BrowserContext, extensionDir: string, script: string): Promise<string> {
  const isOurs = (worker: Worker) =>
    worker.url().startsWith("chrome-extension://") && worker.url().endsWith(`/${script}`);
  const idOf = (worker: Worker) => new URL(worker.url()).host;
  const running = context.serviceWorkers().find(isOurs);
  if (running) return idOf(running);
  if (requireChromium().branded) {
    const session = await context.browser()?.newBrowserCDPSession();
    await session?.send("Extensions.loadUnpacked", { path: extensionDir });
  }
  const started = context.serviceWorkers().find(isOurs);
  if (started) return idOf(started);
  try {
    return idOf(await context.waitForEvent("serviceworker", { predicate: isOurs, timeout: START_WITHIN_MS }));
  } catch (error) {
    throw new Error(`${requireChromium().path} did not start the extension in ${extensionDir}.`, { cause: error });
  }
}

async function browserProcessId(puppeteerBrowser: Browser): Promise<number | null> {
  const session = await puppeteerBrowser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.find(({ type }) => type === "browser")?.id ?? null;
}

async function openContext(context: BrowserContext, profile: Profile, extensionDir: string, script: string) {
  const puppeteerBrowser = await connectPuppeteer(profile);
  const processId = await browserProcessId(puppeteerBrowser);
  const extensionId = await waitForExtension(context, extensionDir, script);
  return { puppeteerBrowser, processId, extensionId };
}

function killProcess(processId: number | null): void {
  try {
    if (processId !== null) process.kill(processId, "SIGKILL");
  } catch {
    // It ended in this very moment.
  }
}

/** Closes politely, and ends the process by its id when that takes too long. */
async function closeContext(context: BrowserContext, processId: number | null): Promise<void> {
  const overdue = setTimeout(() => killProcess(processId), CLOSE_WITHIN_MS);
  try {
    await context.close();
  } finally {
    clearTimeout(overdue);
  }
}

type Parts = Pick<LoadedExtension, "context" | "puppeteerBrowser" | "extensionId" | "manifest"> & {
  processId: number | null;
};

function loadedExtension(
  { context, puppeteerBrowser, extensionId, manifest, processId }: Parts,
  end: () => Promise<void>,
): LoadedExtension {
  const parts = { context, puppeteerBrowser, extensionId };
  let ending: Promise<void> | undefined;
  return {
    ...parts,
    manifest,
    url: (path) => `chrome-extension://${extensionId}/${path}`,
    evaluate: (expression) => evaluateInExtension(parts, expression),
    serviceWorker: () => startServiceWorker(parts),
    async kill() {
      const isGone = ending ?? new Promise<unknown>((resolve) => context.once("close", resolve));
      killProcess(processId);
      await isGone;
      await this.close();
    },
    close() {
      ending ??= end();
      return ending;
    },
  };
}

/** Starts a browser with the extension, and answers once its service worker has come up. */
export async function launchExtension(options: LaunchOptions): Promise<LoadedExtension> {
  const manifest = readManifest(options.extensionDir);
  const script = manifest.background?.service_worker;
  if (script === undefined) throw new Error(`${options.extensionDir} has no service worker: not a Chromium build.`);
  // The browser resolves links too, and the id comes from the path.
  const extensionDir = realpathSync(options.extensionDir);
  const profile = prepareProfile(options.userDataDir);
  try {
    writePreferences(profile, options);
    const context = await launchContext(profile, extensionDir, options);
    const opened = await openContext(context, profile, extensionDir, script).catch(async (error: unknown) => {
      await context.close();
      throw error;
    });
    return loadedExtension({ context, manifest, ...opened }, async () => {
      await opened.puppeteerBrowser.disconnect();
      await closeContext(context, opened.processId);
      profile.release();
    });
  } catch (error) {
    profile.release();
    throw error;
  }
}
