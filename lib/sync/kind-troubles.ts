/** Kinds of what the agent said that the server does not take, while it takes all else. Each waits by itself. */
import type { ApiError } from "../api/api-error";
import { backOffMs } from "./back-off";

export type OutboxKind = "flags" | "acknowledgements" | "gaps" | "drafts";

/** `isLasting`: met so often in a row that the agent should know. `retryAtMs` is epoch. */
export type KindTrouble = { kind: OutboxKind; retryAtMs: number; isLasting: boolean };

export type KindTroubles = {
  /** Whether a kind is to be left out for now. */
  isWaiting(kind: OutboxKind, nowMs: number): boolean;
  /** The server did not take a kind: once more in a row. */
  met(kind: OutboxKind, error: ApiError, nowMs: number): void;
  /** A kind was taken, or nothing of it is left. */
  over(kind: OutboxKind): void;
  /** Ends every wait; what was met so far still counts. */
  retryNow(): void;
  list(): KindTrouble[];
};

/** Once may be chance, twice a bad moment. */
const LASTING_FAILURES = 3;

/** Lives in memory only: whoever starts anew tries everything once. `random` as for `backOffMs`. */
export function createKindTroubles(random: () => number): KindTroubles {
  const troubles = new Map<OutboxKind, { failures: number; retryAtMs: number }>();
  return {
    isWaiting: (kind, nowMs) => (troubles.get(kind)?.retryAtMs ?? 0) > nowMs,
    met(kind, { retryAfterMs }, nowMs) {
      const failures = (troubles.get(kind)?.failures ?? 0) + 1;
      troubles.set(kind, { failures, retryAtMs: nowMs + backOffMs(failures, retryAfterMs, random) });
    },
    over: (kind) => void troubles.delete(kind),
    retryNow() {
      for (const trouble of troubles.values()) trouble.retryAtMs = 0;
    },
    list: () =>
      [...troubles].map(([kind, { failures, retryAtMs }]) => {
        return { kind, retryAtMs, isLasting: failures >= LASTING_FAILURES };
      }),
  };
}
