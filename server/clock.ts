/** Epoch milliseconds, now. The real one is `Date.now`; tests pass their own. */
export type Clock = () => number;
