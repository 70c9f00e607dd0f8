import type { CDPSession, Page } from "@playwright/test";
import type { LoadedExtension } from "../browser/launch-extension";
import { waitUntil } from "../browser/wait-until";

/** A tab's debugger and the extension's isolated world in its main frame. */
export type ContentWorld = {
  session: CDPSession;
  /** Evaluates an expression in that world; answers what it came to as JSON carries it. */
  evaluate(expression: string): Promise<unknown>;
};

type Context = { id: number; origin: string; auxData?: { frameId?: string; type?: string } };

/** Finds the isolated world of the extension's content script in a tab; waits until it is there. */
export async function contentWorldOf(extension: LoadedExtension, page: Page): Promise<ContentWorld> {
  const session = await extension.context.newCDPSession(page);
  const contexts: Context[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
  await session.send("Runtime.enable");
  const contextId = await waitUntil("the content script's world", async () => {
    const ours = contexts.findLast(({ origin }) => origin === `chrome-extension://${extension.extensionId}`);
    return ours?.id ?? null;
  });
  return {
    session,
    async evaluate(expression) {
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
  };
}
