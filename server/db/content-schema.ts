import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Owner } from "../../lib/contract/article";
import type { ArticleContent, EditStatus, VersionOrigin } from "../../lib/contract/authoring";
import type { NoticeSeverity } from "../../lib/contract/notice";
import type { Standing } from "../articles/standing";
import { instant, names, wholeNumber } from "./columns";
import { agents } from "./schema";

/**
 * What is being written: one working copy for each article at most, be the article published, archived or not there yet.
 * `baseVersion` is the version it was begun from, null for a new article. `revision` starts anywhere and goes up with
 * every write, so that no two copies of an article share one. A scheduled copy becomes the next version at `dueAt`.
 */
export const articleEdits = pgTable(
  "article_edits",
  {
    id: text().primaryKey(),
    status: text().$type<EditStatus>().notNull(),
    content: jsonb().$type<ArticleContent>().notNull(),
    baseVersion: wholeNumber("base_version"),
    revision: wholeNumber("revision").notNull(),
    origin: text().$type<VersionOrigin>().notNull().default("edit"),
    /** Who wrote the content as it stands: who is not the second person for it. */
    authorId: text("author_id")
      .notNull()
      .references(() => agents.id),
    authorName: text("author_name").notNull(),
    /** Who began it. */
    creatorId: text("creator_id")
      .notNull()
      .references(() => agents.id),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    submittedAt: instant("submitted_at"),
    /** What changed, in the author's words. */
    note: text().notNull().default(""),
    /** Who sent it back or approved it last, and the word to the author. */
    reviewerId: text("reviewer_id"),
    reviewerName: text("reviewer_name"),
    reviewNote: text("review_note"),
    dueAt: instant("due_at"),
    /** How the article stood when this was scheduled; null when it was not there. */
    baseStanding: jsonb("base_standing").$type<Standing>(),
  },
  (table) => [
    index("article_edits_status").on(table.status, table.updatedAt),
    index("article_edits_due").on(table.dueAt).where(sql`due_at is not null`),
  ],
);

/** Every version that was ever published, kept when its article is archived, gone when it is deleted. */
export const articleVersions = pgTable(
  "article_versions",
  {
    articleId: text("article_id").notNull(),
    version: wholeNumber("version").notNull(),
    content: jsonb().$type<ArticleContent>().notNull(),
    /** Null: an import or the command line. */
    authorId: text("author_id"),
    authorName: text("author_name").notNull(),
    /** The second person, where there was one. */
    approvedByName: text("approved_by_name"),
    origin: text().$type<VersionOrigin>().notNull(),
    note: text().notNull().default(""),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.version] })],
);

/** Settings of categories; a category without a row has its nearest ancestor's. `key` is the path, its steps joined by " > ". */
export const categories = pgTable("categories", {
  key: text().primaryKey(),
  path: names("path"),
  isSensitive: boolean("is_sensitive"),
  verifyEveryDays: integer("verify_every_days"),
  owner: jsonb().$type<Owner>(),
  updatedAt: instant("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
});

/**
 * Notices and their tombstones. `isPublished`, `readableBefore` as with articles: from `publishedAt` until `expiresAt`.
 * `dueAt` is the next of these two moments that is still to come, null when there is none. `version` goes up with what
 * agents read, `revision` with every write.
 */
export const notices = pgTable(
  "notices",
  {
    id: text().primaryKey(),
    severity: text().$type<NoticeSeverity>().notNull(),
    title: text().notNull(),
    whatChanged: text("what_changed").notNull(),
    condition: text().notNull(),
    language: text(),
    effectiveFrom: instant("effective_from"),
    publishedAt: instant("published_at").notNull(),
    expiresAt: instant("expires_at"),
    groups: names("groups"),
    cues: names("cues"),
    tags: names("tags"),
    articleId: text("article_id"),
    needsAcknowledgement: boolean("needs_acknowledgement").notNull(),
    version: wholeNumber("version").notNull(),
    revision: wholeNumber("revision").notNull().default(1),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: text("updated_by"),
    changeNumber: wholeNumber("change_number").notNull(),
    isPublished: boolean("is_published").notNull(),
    dueAt: instant("due_at"),
    readableBefore: names("readable_before"),
    deletedAt: instant("deleted_at"),
  },
  (table) => [
    uniqueIndex("notices_change_number").on(table.changeNumber),
    index("notices_due").on(table.dueAt),
    index("notices_article").on(table.articleId),
  ],
);

/** That an agent has understood a version of a notice. Goes back to that agent alone, for its other machines. */
export const acknowledgements = pgTable(
  "acknowledgements",
  {
    noticeId: text("notice_id").notNull(),
    version: wholeNumber("version").notNull(),
    agentId: text("agent_id")
      .notNull()
      .references(() => agents.id),
    acknowledgedAt: instant("acknowledged_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    changeNumber: wholeNumber("change_number").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.noticeId, table.version, table.agentId] }),
    index("acknowledgements_agent_change").on(table.agentId, table.changeNumber),
  ],
);

export type ArticleEditRow = typeof articleEdits.$inferSelect;
export type ArticleVersionRow = typeof articleVersions.$inferSelect;
export type CategoryRow = typeof categories.$inferSelect;
export type NoticeRow = typeof notices.$inferSelect;
export type AcknowledgementRow = typeof acknowledgements.$inferSelect;
