/** What the library costs in Chromium: its own worker code, in a dedicated worker, on a real IndexedDB. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page, type WebWorker } from "puppeteer-core";
import type { Article } from "../../lib/contract/article";
import { requireChromium } from "../browser/find-browser.mjs";
import type { Step, StepAnswer } from "./bench-worker";
import { megabytes, printFigure, printTickets, ticketFigures } from "./figures";
import { type makeTickets, WARM_UP } from "./make-tickets";
import { serveBase } from "./serve-base";

type Measured = { timesMs: number[]; savedBytes: number };

/** A worker in a page of its own, as a panel has one. */
type BenchPanel = { run(step: Step): Promise<Measured>; memory(): Promise<number>; close(): Promise<void> };

async function openPanel(browser: Browser, origin: string): Promise<BenchPanel> {
  const page: Page = await browser.newPage();
  await page.goto(origin);
  const created = new Promise<WebWorker>((resolve) => page.once("workercreated", resolve));
  await page.evaluate("globalThis.worker = new Worker('/worker.js', { type: 'module' }); undefined");
  const worker = await created;
  return {
    async run(step) {
      const answer = (await page.evaluate(
        `new Promise((resolve) => {
          worker.addEventListener("message", ({ data }) => resolve(data), { once: true });
          worker.postMessage(${JSON.stringify(step)});
        })`,
      )) as StepAnswer;
      if ("error" in answer) throw new Error(answer.error);
      return answer;
    },
    async memory() {
      await worker.client.send("HeapProfiler.collectGarbage");
      const usage = (await worker.client.send("Runtime.getHeapUsage")) as unknown as Record<string, number>;
      return (usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0);
    },
    close: () => page.close(),
  };
}

async function measure(browser: Browser, origin: string, base: Article[], tickets: ReturnType<typeof makeTickets>) {
  const [ticket] = tickets.find(({ words }) => words === 300)?.tickets ?? [];
  if (!ticket) throw new Error("no ticket to ask");
  const firstPanel = await openPanel(browser, origin);
  const filled = await firstPanel.run({ step: "fill", articles: base.length });
  printFigure("rows written", `${filled.timesMs[0]?.toFixed(0)} ms`);
  const built = await firstPanel.run({ step: "open", ticket });
  printFigure("index built out of the rows, first answer", `${built.timesMs[0]?.toFixed(0)} ms`);
  const saved = await firstPanel.run({ step: "waitUntilSaved" });
  printFigure("saved index", megabytes(saved.savedBytes));
  await firstPanel.close();
  const loads: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const panel = await openPanel(browser, origin);
    loads.push(...(await panel.run({ step: "open", ticket })).timesMs);
    await panel.close();
  }
  printFigure("saved index loaded, first answer", `${loads.map((ms) => ms.toFixed(0)).join(", ")} ms`);
  const panel = await openPanel(browser, origin);
  await panel.run({ step: "open", ticket });
  printFigure("memory of the worker", megabytes(await panel.memory()));
  for (const { words, tickets: asked } of tickets) {
    const { timesMs } = await panel.run({ step: "ask", tickets: asked });
    printTickets([ticketFigures(words, timesMs.slice(WARM_UP))]);
  }
}

/** Measures and prints. */
export async function measureInChromium(base: Article[], tickets: ReturnType<typeof makeTickets>): Promise<void> {
  const served = await serveBase(base);
  const profile = mkdtempSync(join(tmpdir(), "souffleur-bench-"));
  const browser = await puppeteer.launch({
    executablePath: requireChromium().path,
    userDataDir: profile,
    args: ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--no-sandbox"],
    protocolTimeout: 1_800_000,
  });
  try {
    console.log(`\n${await browser.version()}, worker with IndexedDB`);
    await measure(browser, served.origin, base, tickets);
  } finally {
    await browser.close();
    served.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
