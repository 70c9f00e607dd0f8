import type { Browser, HTTPRequest, Page } from "puppeteer-core";
import { type DeskHtml, deskAnswer, type UnexpectedRequest } from "./desk-html";
import { isLoopback } from "./loopback";
import { waitUntil } from "./wait-until";

/** Opens a page of the extension in a new tab and answers it once it has loaded. */
export async function openExtensionPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  // The tab moves to another process on the way, which this promise does not outlive: it hangs and fails at close.
  page.goto(url).catch(() => undefined);
  await waitUntil(`loading of ${url}`, async () => {
    const isLoaded = await page.evaluate(
      (wanted) => location.href === wanted && document.readyState === "complete",
      url,
    );
    return isLoaded ? true : null;
  });
  return page;
}

async function answer(request: HTTPRequest, host: string, html: DeskHtml): Promise<UnexpectedRequest | null> {
  const url = new URL(request.url());
  const { "sec-fetch-dest": resourceType = "" } = request.headers();
  if (url.host === host) {
    await request.respond(deskAnswer(html, url, resourceType === "document" || resourceType === "iframe"));
  } else if (!url.protocol.startsWith("http") || isLoopback(url.hostname)) {
    await request.continue();
  } else {
    await request.abort();
    return { method: request.method(), url: url.href, resourceType };
  }
  return null;
}

/**
 * Opens `url` in a new tab in which every document of its host is the page given. What aims elsewhere beyond loopback
 * is stopped and handed to `onUnexpected`.
 */
export async function openDeskPage(
  browser: Browser,
  url: string,
  html: DeskHtml,
  onUnexpected: (request: UnexpectedRequest) => void,
): Promise<Page> {
  const page = await browser.newPage();
  const { host } = new URL(url);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    answer(request, host, html)
      .then((unexpected) => unexpected && onUnexpected(unexpected))
      // The tab closed while its request was being answered.
      .catch(() => undefined);
  });
  await page.goto(url);
  return page;
}
