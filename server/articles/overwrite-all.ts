import { getTableColumns, sql } from "drizzle-orm";
import { articles } from "../db/schema";

/** For an upsert of articles as whole rows. */
export const overwriteAll = Object.fromEntries(
  Object.entries(getTableColumns(articles)).map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)]),
);
