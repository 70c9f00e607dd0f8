import { inArray, sql } from "drizzle-orm";
import { tokens } from "../db/access-schema";
import type { Database } from "../db/database";
import type { KnownToken } from "./find-token";

const HOUR_MS = 3_600_000;

/** How long uses are gathered before they are written, in milliseconds. */
const WRITE_AFTER_MS = 5_000;

/** Remembers when tokens were last used, right to the hour. */
export type LastUse = {
  /** Notes a use; written soon, once an hour at most, and not while the request waits. */
  note(token: Pick<KnownToken, "id" | "lastUsedAt">, nowMs: number): void;
  /** Writes what is noted and not written yet; for the end of the process. */
  flush(): Promise<void>;
};

/** Any number of processes may note uses of the same tokens: the latest hour stays. */
export function createLastUse(db: Database): LastUse {
  let noted = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;

  const flush = async () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const uses = noted;
    noted = new Map();
    await writeUses(db, uses);
  };

  return {
    note: ({ id, lastUsedAt }, nowMs) => {
      const hourMs = nowMs - (nowMs % HOUR_MS);
      if (lastUsedAt !== null && lastUsedAt.getTime() >= hourMs) return;
      noted.set(id, hourMs);
      // A use that could not be written is noted again by the token's next one.
      timer ??= setTimeout(() => void flush().catch(() => undefined), WRITE_AFTER_MS).unref();
    },
    flush,
  };
}

async function writeUses(db: Database, uses: ReadonlyMap<string, number>): Promise<void> {
  for (const hourMs of new Set(uses.values())) {
    const ids = [...uses].filter(([, usedMs]) => usedMs === hourMs).map(([id]) => id);
    // What another process is writing at the moment is skipped: it says the same, and two cannot wait for each other.
    const unlocked = db
      .select({ id: tokens.id })
      .from(tokens)
      .where(inArray(tokens.id, ids))
      .orderBy(tokens.id)
      .for("update", { skipLocked: true });
    const lastUsedAt = sql`greatest(${tokens.lastUsedAt}, ${new Date(hourMs).toISOString()}::timestamptz)`;
    await db.update(tokens).set({ lastUsedAt }).where(inArray(tokens.id, unlocked));
  }
}
