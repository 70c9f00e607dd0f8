import { and, count, isNull } from "drizzle-orm";
import type { Category } from "../../lib/contract/category";
import type { Agent } from "../agents/agent";
import { areColumnsInReach } from "../articles/reach";
import { categories } from "../db/content-schema";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { keyOfPath, nearestSetting, type SettingsByKey, verifyDaysOf } from "./nearest-setting";
import { readCategorySettings } from "./read-settings";

/**
 * All categories that hold articles the agent may work on, or that have settings and no articles, in the order of their
 * paths. Admins get all that have settings.
 */
export async function listCategories(db: Database, agent: Agent): Promise<Category[]> {
  const settings = await readCategorySettings(db);
  const inUse = and(isNull(articles.deletedAt), isNull(articles.archivedAt), areColumnsInReach(agent, articles));
  const { category } = articles;
  const counted = await db.select({ path: category, articles: count() }).from(articles).where(inUse).groupBy(category);
  const paths = new Map<string, { path: readonly string[]; articles: number }>();
  const add = (path: readonly string[], more: number) => {
    const key = keyOfPath(path);
    paths.set(key, { path, articles: (paths.get(key)?.articles ?? 0) + more });
  };
  for (const row of counted)
    for (let length = row.path.length; length > 0; length -= 1) add(row.path.slice(0, length), row.articles);
  const hidden = agent.role === "admin" ? new Set<string>() : await readKeysInUse(db);
  for (const { path } of await db.select({ path: categories.path }).from(categories))
    if (paths.has(keyOfPath(path)) || !hidden.has(keyOfPath(path))) add(path, 0);
  return [...paths.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { path, articles: inIt }]) => toCategory(settings, key, path, inIt));
}

/** The keys of all categories that hold articles, whoever they are for. */
async function readKeysInUse(db: Database): Promise<Set<string>> {
  const rows = await db.selectDistinct({ path: articles.category }).from(articles).where(isNull(articles.deletedAt));
  return new Set(rows.flatMap(({ path }) => path.map((_part, depth) => keyOfPath(path.slice(0, depth + 1)))));
}

/** A category as the API sends it. */
function toCategory(settings: SettingsByKey, key: string, path: readonly string[], inIt: number): Category {
  const { isSensitive = null, verifyEveryDays = null, owner = null } = settings.get(key) ?? {};
  return {
    ...{ key, path: [...path], settings: { isSensitive, verifyEveryDays, owner }, articles: inIt },
    effective: {
      isSensitive: nearestSetting(settings, path, "isSensitive") ?? false,
      verifyEveryDays: verifyDaysOf(settings, { ownVerifyEveryDays: null, category: path }),
      owner: nearestSetting(settings, path, "owner"),
    },
  };
}
