import { categories } from "../db/content-schema";
import type { Database } from "../db/database";
import type { SettingsByKey } from "./nearest-setting";

/** The settings of all categories that have any: some dozens in a large base. */
export async function readCategorySettings(tx: Database): Promise<SettingsByKey> {
  const { key, isSensitive, verifyEveryDays, owner } = categories;
  const rows = await tx.select({ key, isSensitive, verifyEveryDays, owner }).from(categories);
  return new Map(rows.map((row) => [row.key, row]));
}
