/** What the panel is watched with from inside: when its pictures are painted, and how long it stands still. */

/** Null when nothing has been painted. */
export const READ_FIRST_PAINT = `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null`;

/**
 * In an open panel: when its first pictures were painted, in milliseconds since its document was asked for. `words` and
 * `suggestions` are the browser's own times of painting the elements that carry these names in `elementtiming`; null for
 * what has not been painted. In a base whose articles all say much the same, the answer may be that nothing fits for certain;
 * it costs as much.
 */
export const READ_PAINTS = `new Promise((resolve) => {
  const times = { firstPaintMs: ${READ_FIRST_PAINT}, wordsMs: null, suggestionsMs: null };
  new PerformanceObserver((list) => {
    const firstOf = (name) => list.getEntries().find(({ identifier }) => identifier === name)?.renderTime ?? null;
    resolve({ ...times, wordsMs: firstOf("words"), suggestionsMs: firstOf("suggestions") });
  }).observe({ type: "element", buffered: true });
  // With nothing painted yet, nobody would call.
  setTimeout(() => resolve(times), 100);
})`;

/** In an open panel: from now on, the longest gap between two frames and the longest task, in milliseconds. */
export const WATCH_FRAMES = `(() => {
  const watch = { longestGapMs: 0, longestTaskMs: 0, isOver: false };
  globalThis.frameWatch = watch;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.longestTaskMs = Math.max(watch.longestTaskMs, duration);
  }).observe({ type: "longtask" });
  let last = performance.now();
  const frame = (nowMs) => {
    watch.longestGapMs = Math.max(watch.longestGapMs, nowMs - last);
    last = nowMs;
    if (!watch.isOver) requestAnimationFrame(frame);
  };
  requestAnimationFrame((nowMs) => {
    last = nowMs;
    requestAnimationFrame(frame);
  });
})()`;

export const READ_FRAMES = "((frameWatch.isOver = true), frameWatch)";
