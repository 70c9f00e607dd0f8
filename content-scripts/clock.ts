/** Time as the watcher needs it; tests pass one they move themselves. */
export type Clock = {
  /** Milliseconds on a clock that never jumps. */
  nowMs(): number;
  /** Runs once after so many milliseconds; the answer calls it off. */
  after(delayMs: number, run: () => void): () => void;
};

/** The browser's own clock. */
export const systemClock: Clock = {
  nowMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
