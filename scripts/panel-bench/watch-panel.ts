/** What the panel is watched with from inside: when its first suggestions are painted, and how long it stands still. */

export const FIRST_SUGGESTIONS = "first-suggestions";

/**
 * Before anything of the panel has run. The frame after the one that draws the answer shows it. In a base whose articles
 * all say much the same, the answer may be that nothing fits for certain; it costs as much.
 */
export const WATCH_OPENING = `(() => {
  const look = () => {
    if (!document.querySelector("[data-suggestions=found] [data-card], [data-suggestions=nothingFits]")) return requestAnimationFrame(look);
    requestAnimationFrame(() => performance.mark("${FIRST_SUGGESTIONS}"));
  };
  requestAnimationFrame(look);
})()`;

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
