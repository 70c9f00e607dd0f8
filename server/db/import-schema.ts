import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Audience } from "../../lib/contract/article";
import { instant, names } from "./columns";

/**
 * Imports, one row each. `source` says where from (`zendesk:acme.zendesk.com`). `checkpoint` is where an interrupted one
 * goes on, written in the transaction that wrote the articles before it; its shape is the importer's own.
 */
export const importRuns = pgTable(
  "import_runs",
  {
    id: text().primaryKey(),
    source: text().notNull(),
    startedAt: instant("started_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    finishedAt: instant("finished_at"),
    checkpoint: jsonb(),
    report: jsonb().$type<Record<string, number>>().notNull(),
  },
  (table) => [index("import_runs_source").on(table.source, table.startedAt)],
);

/**
 * Which articles a source has, and the last run that saw them there: what a finished run did not see has vanished.
 * `audience` and `groups` are what the source said last, to tell its changes from those made here. `archivedAt`, when an
 * import archived a vanished article, is the article's own then: one that comes back is published again unless somebody
 * archived it by hand meanwhile.
 */
export const importedArticles = pgTable(
  "imported_articles",
  {
    source: text().notNull(),
    articleId: text("article_id").notNull(),
    runId: text("run_id").notNull(),
    audience: text().$type<Audience>().notNull(),
    groups: names("groups"),
    archivedAt: instant("archived_at"),
  },
  (table) => [primaryKey({ columns: [table.source, table.articleId] })],
);

export type ImportRunRow = typeof importRuns.$inferSelect;
