import type { Web } from "../../../server/import/web/json-client";

/** The web as an importer sees it, without waiting: `waits` are the milliseconds it would have waited. */
export function createTestWeb(fetch: typeof globalThis.fetch): Web & { waits: number[] } {
  const waits: number[] = [];
  return {
    ...{ fetch, waits, random: () => 0.5, clock: () => Date.UTC(2026, 10, 2, 9) },
    wait: async (ms) => {
      waits.push(ms);
    },
  };
}
