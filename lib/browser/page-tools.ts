/** Puts the tools into a helpdesk page and runs one of their commands there. */
import { browser } from "wxt/browser";
import type { PageTools } from "../page-commands";

const SCRIPT = "/page-tools.js";

/** Where the tools stand in the page's isolated world, out of reach for the page's own scripts. */
const GLOBAL = "souffleurPageTools";
const KEPT = "souffleurKept";

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

/** What outlives the script in the page, which is put in anew for each command; made by `create` the first time. */
export function keptInPage<Kept extends object>(create: () => Kept): Kept {
  const holder = globalThis as unknown as { [KEPT]?: Kept };
  holder[KEPT] ??= create();
  return holder[KEPT];
}

/** For the script in the page: makes the tools reachable for `runPageTool`. */
export function offerPageTools(tools: PageTools): void {
  Object.assign(globalThis, { [GLOBAL]: tools });
}
