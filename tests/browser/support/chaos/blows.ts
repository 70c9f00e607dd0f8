/** What can fail, and when. */
import { stopServiceWorker } from "../../../../scripts/browser/service-worker";
import { closeSidePanel } from "../../../../scripts/browser/side-panel";
import { waitUntil } from "../../../../scripts/browser/wait-until";
import type { Backend } from "../backend";
import type { AgentBrowser } from "./agent-browser";
import type { End } from "./front";

export type Surroundings = { backend: Backend; browser: AgentBrowser };

/** `endsPanel`: the panel can show nothing any more of what it was about to say. */
type Blow = { endsPanel: boolean; fall(surroundings: Surroundings): Promise<void> };

/** The worker ends between two of its tasks, as when the browser takes its process: no handler of its own hears of it. */
async function endWorker({ panel }: AgentBrowser): Promise<void> {
  // One of a panel loaded before may be listed still.
  const worker = panel.workers().at(-1);
  if (!worker) throw new Error("The panel has no worker.");
  // Its answer may end with it.
  worker.evaluate("self.close()").catch(() => undefined);
  await waitUntil("end of the worker", async () => !panel.workers().includes(worker) || null);
}

export const BLOWS = {
  "the browser is killed": { endsPanel: true, fall: ({ browser }) => browser.kill() },
  "the background is stopped": { endsPanel: false, fall: ({ browser }) => stopServiceWorker(browser.extension) },
  "the panel is closed": { endsPanel: true, fall: ({ browser }) => closeSidePanel(browser.panel) },
  "the panel is loaded again": { endsPanel: true, fall: async ({ browser }) => void (await browser.panel.reload()) },
  "the panel's worker ends": {
    endsPanel: true,
    async fall({ browser }) {
      await endWorker(browser);
      await browser.panel.reload();
    },
  },
  "the server goes away": { endsPanel: false, fall: ({ backend }) => backend.stop() },
  "the connection breaks": { endsPanel: false, fall: async () => undefined },
} satisfies Record<string, Blow>;

export type BlowName = keyof typeof BLOWS;

/** After the press; as soon as the panel has shown that it has it; or at the end of a request. */
export type Moment = "in the act" | "once it is shown" | End;

const IN_PASS = ["request", "answer", "arrival"] as const;

function momentsOf(blow: BlowName): readonly [Moment, ...Moment[]] {
  if (blow === "the connection breaks") return ["request", "answer", "half an answer"];
  return BLOWS[blow].endsPanel ? ["in the act", "once it is shown", ...IN_PASS] : ["in the act", ...IN_PASS];
}

/** Everything that can fail, with the moments at which it can. */
export const FAILURES = (Object.keys(BLOWS) as BlowName[]).map((blow) => ({ blow, moments: momentsOf(blow) }));
