/** Puts the tools into a helpdesk page and runs one of their commands there. */
import { browser } from "wxt/browser";
import type { PageTools } from "../page-commands";

const SCRIPT = "/page-tools.js";

/** Where the tools stand in the page's isolated world, out of reach for the page's own scripts. */
const GLOBAL = "souffleurPageTools";

type Request<Command extends keyof PageTools> = Parameters<PageTools[Command]>[0];

function runInPage(global: string, command: string, request: unknown): unknown {
  const tools = (globalThis as unknown as Record<string, Record<string, (request: unknown) => unknown>>)[global];
  return tools?.[command]?.(request);
}

/**
 * Runs a command in a tab's page (never in its frames) and answers what came back, to be parsed by the caller. Rejects
 * when the page cannot be reached: it has gone, or the browser does not let the extension in.
 */
export async function runPageTool<Command extends keyof PageTools>(
  tabId: number,
  command: Command,
  request: Request<Command>,
): Promise<unknown> {
  const target = { tabId, frameIds: [0] };
  await browser.scripting.executeScript({ target, files: [SCRIPT] });
  const [answer] = await browser.scripting.executeScript({
    target,
    func: runInPage,
    args: [GLOBAL, command, request],
  });
  return answer?.result;
}

/** For the script in the page: makes the tools reachable for `runPageTool`. */
export function offerPageTools(tools: PageTools): void {
  Object.assign(globalThis, { [GLOBAL]: tools });
}
