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

/** Lends a debugger session of a page of the extension, and closes the page afterwards. */
export async function withExtensionPage<Result>(
  { puppeteerBrowser, extensionId }: ExtensionInBrowser,
  use: (session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const browserSession = await puppeteerBrowser.target().createCDPSession();
  const url = `chrome-extension://${extensionId}/manifest.json`;
  const { targetId } = await browserSession.send("Target.createTarget", { url, background: true });
  try {
    const { sessionId } = await browserSession.send("Target.attachToTarget", { targetId, flatten: true });
    const session = browserSession.connection()?.session(sessionId);
    if (!session) throw new Error("The browser closed while an extension page was being opened.");
    await waitUntil("loading of an extension page", async () => {
      const isLoaded = await evaluate(session, `location.href === ${JSON.stringify(url)} && "runtime" in chrome`);
      return isLoaded ? true : null;
    });
    return await use(session);
  } finally {
    await browserSession.send("Target.closeTarget", { targetId });
    await browserSession.detach();
  }
}

/**
 * Evaluates an expression in a page of the extension, as if after a click; awaits it when it is a promise. Answers
 * what it came to as JSON carries it, and throws what it threw.
 */
export function evaluateInExtension(extension: ExtensionInBrowser, expression: string): Promise<unknown> {
  return withExtensionPage(extension, (session) => evaluate(session, expression));
}
