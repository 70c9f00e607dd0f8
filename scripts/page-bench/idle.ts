/**
 * What the content script costs in a page that never rests: the share of one core it takes, by the sampling profiler,
 * and how the page's heap develops after collection of garbage.
 */
import type { CDPSession, Page } from "@playwright/test";
import type { LoadedExtension } from "../browser/launch-extension";

/** Changes the page every 50 ms as helpdesks do: a clock, a row that comes and goes, "5 minutes ago" in the ticket. */
const KEEP_CHANGING = `(() => {
  const clock = document.createElement("div");
  const list = document.createElement("ul");
  document.body.append(clock, list);
  let count = 0;
  setInterval(() => {
    count += 1;
    clock.textContent = "Change " + count;
    if (count % 4 === 0) list.append(Object.assign(document.createElement("li"), { textContent: "Row " + count }));
    if (list.childElementCount > 20) list.firstChild.remove();
    if (count % 20 === 0) for (const time of document.querySelectorAll("time")) time.textContent = count + " s ago";
  }, 50);
})()`;

const SAMPLE_EVERY_US = 500;
const SLICE_MS = 15_000;

export type IdleFigures = {
  /** Share of one core in which the content script, or what it called, ran; 0.01 is one per cent. */
  coreShare: number;
  /** Heap after collection at the start and the end of each slice, in kB. */
  heapKb: number[];
  /** Slope of the heap over the whole time by least squares, in kB a minute. */
  heapKbPerMinute: number;
};

type ProfileNode = { id: number; callFrame: { url: string }; children?: number[] };
type Profile = { nodes: ProfileNode[]; startTime: number; endTime: number; samples?: number[]; timeDeltas?: number[] };

/** Microseconds in which a function of the script, or something below one, was running. */
export function timeInScript({ nodes, samples = [], timeDeltas = [] }: Profile, isScript: (url: string) => boolean) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const inScript = new Set<number>();
  const mark = (node: ProfileNode, isInside: boolean) => {
    const isIn = isInside || isScript(node.callFrame.url);
    if (isIn) inScript.add(node.id);
    for (const child of node.children ?? []) {
      const next = byId.get(child);
      if (next) mark(next, isIn);
    }
  };
  const root = nodes[0];
  if (root) mark(root, false);
  return samples.reduce((sum, id, at) => (inScript.has(id) ? sum + (timeDeltas[at] ?? 0) : sum), 0);
}

/** Change per unit of x by least squares. */
export function slope(points: { x: number; y: number }[]): number {
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const above = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const below = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return below === 0 ? 0 : above / below;
}

async function collectedHeapKb(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize / 1000;
}

/** Watches the ticket open in `page` for so many minutes while the page changes every 50 ms. */
export async function measureIdle(extension: LoadedExtension, page: Page, minutes: number): Promise<IdleFigures> {
  const session = await extension.context.newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("HeapProfiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: SAMPLE_EVERY_US });
  await page.evaluate(KEEP_CHANGING);
  // What the first changes set up does not count as growth.
  await page.waitForTimeout(2_000);
  const script = `chrome-extension://${extension.extensionId}/content-scripts/`;
  const heap = [{ atMs: performance.now(), kb: await collectedHeapKb(session) }];
  let [scriptUs, allUs] = [0, 0];
  const endMs = performance.now() + minutes * 60_000;
  while (performance.now() < endMs) {
    await session.send("Profiler.start");
    await page.waitForTimeout(Math.min(SLICE_MS, Math.max(1_000, endMs - performance.now())));
    const { profile } = await session.send("Profiler.stop");
    scriptUs += timeInScript(profile, (url) => url.startsWith(script));
    allUs += profile.endTime - profile.startTime;
    heap.push({ atMs: performance.now(), kb: await collectedHeapKb(session) });
  }
  await session.detach();
  return {
    coreShare: scriptUs / allUs,
    heapKb: heap.map(({ kb }) => kb),
    heapKbPerMinute: slope(heap.map(({ atMs, kb }) => ({ x: atMs / 60_000, y: kb }))),
  };
}
