/** Answers differ by agent and hold internal knowledge: no cache on the way or in the browser keeps them. */
export const NEVER_KEPT = { "Cache-Control": "no-store" } as const;
