import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { categories } from "../db/content-schema";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { type CategorySettings, keyOfPath, verifyDaysOf } from "./nearest-setting";
import { readCategorySettings } from "./read-settings";

const ROWS_PER_STATEMENT = 500;

type CategoryWrite = { db: Database; actor: Actor; nowMs: number; path: readonly string[] };

/** Sets what holds in a category. Articles whose days until verification become others are told again, no others. */
export async function putCategory(
  { db, actor, nowMs, path }: CategoryWrite,
  settings: CategorySettings,
): Promise<void> {
  const key = keyOfPath(path);
  const row = { ...settings, updatedAt: new Date(nowMs), updatedBy: actor.name };
  await writeChanges(db, async (tx, next) => {
    await tx
      .insert(categories)
      .values({ key, path: [...path], ...row })
      .onConflictDoUpdate({ target: categories.key, set: row });
    await followSettings(tx, next, path);
    const { isSensitive, verifyEveryDays, owner } = settings;
    const details = { isSensitive, verifyEveryDays, owner };
    await recordAudit(tx, actor, { action: "category.put", subject: { type: "category", id: key }, details }, nowMs);
  });
}

/** Takes a category's settings away, so that those above hold. False when it has none. */
export async function removeCategory({ db, actor, nowMs, path }: CategoryWrite): Promise<boolean> {
  const key = keyOfPath(path);
  return writeChanges(db, async (tx, next) => {
    const removed = await tx.delete(categories).where(eq(categories.key, key)).returning({ key: categories.key });
    if (removed.length === 0) return false;
    await followSettings(tx, next, path);
    await recordAudit(tx, actor, { action: "category.remove", subject: { type: "category", id: key } }, nowMs);
    return true;
  });
}

/** Within a transaction: brings the days until verification of the articles below a category in line with its settings. */
export async function followSettings(tx: Database, next: NextChangeNumber, path: readonly string[]): Promise<void> {
  const settings = await readCategorySettings(tx);
  const { id, category, verifyEveryDays, isPublished, changeNumber, ownVerifyEveryDays, deletedAt } = articles;
  const rows = await tx
    .select({ id, category, verifyEveryDays, isPublished, changeNumber, ownVerifyEveryDays })
    .from(articles)
    .where(and(isNull(deletedAt), isNull(ownVerifyEveryDays), isBelow(path)))
    .orderBy(asc(id));
  const changed = rows
    .map((row) => ({ ...row, days: verifyDaysOf(settings, row) }))
    .filter((row) => row.days !== row.verifyEveryDays)
    .map((row) => ({ id: row.id, days: row.days, changeNumber: row.isPublished ? next() : row.changeNumber }));
  for (let start = 0; start < changed.length; start += ROWS_PER_STATEMENT) {
    await setDays(tx, changed.slice(start, start + ROWS_PER_STATEMENT));
  }
}

function isBelow(path: readonly string[]) {
  const steps = sql.join(
    path.map((step) => sql`${step}`),
    sql`, `,
  );
  return sql`${articles.category}[1:${sql.raw(String(path.length))}] = array[${steps}]::text[]`;
}

async function setDays(
  tx: Database,
  changed: readonly { id: string; days: number; changeNumber: number }[],
): Promise<void> {
  const values = sql.join(
    changed.map(({ id, days, changeNumber }) => sql`(${id}::text, ${days}::integer, ${changeNumber}::bigint)`),
    sql`, `,
  );
  await tx.execute(sql`
    update ${articles} set verify_every_days = changed.days, change_number = changed.change_number
    from (values ${values}) as changed (id, days, change_number)
    where ${articles.id} = changed.id`);
}
