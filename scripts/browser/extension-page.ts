/**
 * A page of the extension's own origin, opened in the background for a moment. The manifest serves as that page: it
 * has the extension's APIs and runs none of its code, and the tab in front stays in front.
 */
import type { Browser, CDPSession } from "puppeteer-core";
import { waitUntil } from "./wait-until";

type ExtensionInBrowser = { puppeteerBrowser: Browser; extensionId: string };

async function evaluate(session: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
  });
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}

/** Lends a debugger session of a page opened in the background, once `isReady` is true in it, and closes the page. */
async function withBackgroundPage<Result>(
  puppeteerBrowser: Browser,
  { url, isReady }: { url: string; isReady: string },
  use: (session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const browserSession = await puppeteerBrowser.target().createCDPSession();
  const { targetId } = await browserSession.send("Target.createTarget", { url, background: true });
  try {
    const { sessionId } = await browserSession.send("Target.attachToTarget", { targetId, flatten: true });
    const session = browserSession.connection()?.session(sessionId);
    if (!session) throw new Error(`The browser closed while ${url} was being opened.`);
    await waitUntil(`loading of ${url}`, async () => ((await evaluate(session, isReady)) ? true : null));
    return await use(session);
  } finally {
    await browserSession.send("Target.closeTarget", { targetId });
    await browserSession.detach();
  }
}

/** Lends a debugger session of a page of the extension, and closes the page afterwards. */
export function withExtensionPage<Result>(
  { puppeteerBrowser, extensionId }: ExtensionInBrowser,
  use: (session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const url = `chrome-extension://${extensionId}/manifest.json`;
  const isReady = `location.href === ${JSON.stringify(url)} && "runtime" in chrome`;
  return withBackgroundPage(puppeteerBrowser, { url, isReady }, use);
}

/** Evaluates an expression in the browser's own page for extensions, which may do what the user may do there. */
export function evaluateInManagement({ puppeteerBrowser }: ExtensionInBrowser, expression: string): Promise<unknown> {
  const page = { url: "chrome://extensions/", isReady: '"developerPrivate" in chrome' };
  return withBackgroundPage(puppeteerBrowser, page, (session) => evaluate(session, expression));
}

/** Evaluates an expression in the browser's own page for trying policies. */
export function evaluateInPolicyPage({ puppeteerBrowser }: ExtensionInBrowser, expression: string): Promise<unknown> {
  const page = { url: "chrome://policy/test", isReady: 'document.querySelector("policy-test-table") !== null' };
  return withBackgroundPage(puppeteerBrowser, page, (session) => evaluate(session, expression));
}

/**
 * Evaluates an expression in a page of the extension, as if after a click; awaits it when it is a promise. Answers
 * what it came to as JSON carries it, and throws what it threw.
 */
export function evaluateInExtension(extension: ExtensionInBrowser, expression: string): Promise<unknown> {
  return withExtensionPage(extension, (session) => evaluate(session, expression));
}
