/**
 * Starts Firefox with the built extension in it. Firefox shows its sidebar to no debugger, so the sidebar's page is
 * opened in a tab; all but its place on the screen is the same.
 */
import { resolve } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import type { DeskHtml, UnexpectedRequest } from "./desk-html";
import { requireFirefox } from "./find-browser.mjs";
import { openDeskPage, openExtensionPage } from "./firefox-pages";
import { readManifest } from "./read-manifest";

export type FirefoxOptions = {
  /** The built extension, for example `.output/firefox-mv3`. */
  extensionDir: string;
  headless: boolean;
  /** Kept at close. Without it a temporary profile is used and removed. */
  userDataDir?: string;
  /** Language asked for by pages, for example `fr`. */
  locale?: string;
  colorScheme?: "light" | "dark";
  /** A forward proxy for everything, loopback included, for example `http://127.0.0.1:8080`. */
  proxy?: string;
  extraPreferences?: Record<string, boolean | number | string>;
};

/** A running Firefox with the extension in it. */
export type FirefoxExtension = {
  browser: Browser;
  /** Address of a file of the extension. */
  url(path: string): string;
  /** Opens a page of the extension in a new tab in front, and answers it once it has loaded. */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens the sidebar's page in a new tab of a sidebar's size. */
  openSidebarPage(): Promise<Page>;
  /** Opens `url` in a new tab in which every document of its host is the page given and all else is stopped. */
  openDeskPage(url: string, html: DeskHtml): Promise<Page>;
  /** What desk pages tried to reach beyond their own host and loopback, oldest first. */
  unexpectedRequests: readonly UnexpectedRequest[];
  /** Evaluates an expression in a page of the extension and awaits it. The tab that was in front may change. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
};

/** Fixed, so that a kept profile finds its data again: extension storage belongs to this address. */
const EXTENSION_UUID = "5f2b1c7e-8d34-4a6b-9c01-3e7a5d9b2f68";
const SIDEBAR_SIZE = { width: 360, height: 585 };

function preferences(addonId: string, options: FirefoxOptions): Record<string, boolean | number | string> {
  const proxy = options.proxy === undefined ? null : new URL(options.proxy);
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [addonId]: EXTENSION_UUID }),
    "extensions.webextensions.keepUuidOnUninstall": true,
    "extensions.webextensions.keepStorageOnUninstall": true,
    // Firefox's own settings service: nothing is fetched from it.
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    // The manifest serves as an empty page of the extension; a viewer would put a page of its own there.
    "devtools.jsonview.enabled": false,
    // Served pages are answered before any name is looked up; loopback needs no looking up.
    "network.dns.disabled": true,
    ...(options.locale !== undefined && { "intl.accept_languages": `${options.locale}, en` }),
    ...(options.colorScheme !== undefined && {
      "layout.css.prefers-color-scheme.content-override": options.colorScheme === "dark" ? 0 : 1,
      "ui.systemUsesDarkTheme": options.colorScheme === "dark" ? 1 : 0,
    }),
    ...(proxy && {
      "network.proxy.type": 1,
      "network.proxy.http": proxy.hostname,
      "network.proxy.http_port": Number(proxy.port),
      "network.proxy.ssl": proxy.hostname,
      "network.proxy.ssl_port": Number(proxy.port),
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
    }),
    ...options.extraPreferences,
  };
}

/** Starts Firefox and installs the extension as a temporary add-on. */
export async function launchFirefoxExtension(options: FirefoxOptions): Promise<FirefoxExtension> {
  const manifest = readManifest(options.extensionDir);
  const addonId = manifest.browser_specific_settings?.gecko.id;
  const sidebarPath = manifest.sidebar_action?.default_panel;
  if (addonId === undefined || sidebarPath === undefined) {
    throw new Error(`${options.extensionDir} has no add-on id or no sidebar: not a Firefox build.`);
  }
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: requireFirefox().path,
    // Release builds heed `services.settings.server` only with this.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
    headless: options.headless,
    defaultViewport: null,
    // Without it a debugger may not go to pages of an extension.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: preferences(addonId, options),
    ...(options.userDataDir !== undefined && { userDataDir: options.userDataDir }),
  });
  try {
    await browser.installExtension(resolve(options.extensionDir));
  } catch (error) {
    await browser.close();
    throw error;
  }
  return firefoxExtension(browser, sidebarPath);
}

function firefoxExtension(browser: Browser, sidebarPath: string): FirefoxExtension {
  const unexpectedRequests: UnexpectedRequest[] = [];
  const url = (path: string) => `moz-extension://${EXTENSION_UUID}/${path}`;
  let ending: Promise<void> | undefined;
  return {
    browser,
    url,
    unexpectedRequests,
    openExtensionPage: (path) => openExtensionPage(browser, url(path)),
    async openSidebarPage() {
      const page = await openExtensionPage(browser, url(sidebarPath));
      await page.setViewport(SIDEBAR_SIZE);
      return page;
    },
    openDeskPage: (address, html) =>
      openDeskPage(browser, address, html, (request) => unexpectedRequests.push(request)),
    async evaluate(expression) {
      const page = await openExtensionPage(browser, url("manifest.json"));
      try {
        return await page.evaluate(expression);
      } finally {
        await page.close();
      }
    },
    close() {
      ending ??= browser.close();
      return ending;
    },
  };
}
