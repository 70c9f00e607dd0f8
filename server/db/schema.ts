import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { ArticleKind, ArticleSection, Audience, Owner } from "../../lib/contract/article";
import type { FlagReason } from "../../lib/contract/flags";
import type { Helpdesk } from "../../lib/contract/helpdesk";
import type { ArticleTerms, Lesson } from "../../lib/contract/learned-terms";
import type { Role } from "../../lib/contract/me";
import type { PageReadingUpdate } from "../../lib/contract/page-reader";
import type { SituationArticle } from "../../lib/contract/situation";
import { instant, names, wholeNumber } from "./columns";
import { flagCases } from "./flag-schema";

/**
 * One row. `changeCounter` orders all changes (S1): a writing transaction locks the row first and raises it last.
 * `tombstoneFloor` is the highest change number of a tombstone that was thrown away. `epoch` tells databases apart.
 */
export const serverState = pgTable("server_state", {
  id: integer().primaryKey(),
  epoch: text().notNull(),
  changeCounter: wholeNumber("change_counter").notNull().default(0),
  tombstoneFloor: wholeNumber("tombstone_floor").notNull().default(0),
});

/**
 * Agents who may use the API, by their tokens. `audience` "public" keeps internal articles from them, whatever their
 * groups. A disabled agent's tokens are not taken; the row stays, since flags and versions name it.
 */
export const agents = pgTable("agents", {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text().$type<Role>().notNull(),
  groups: names("groups"),
  audience: text().$type<Audience>().notNull().default("internal"),
  createdAt: instant("created_at").notNull(),
  disabledAt: instant("disabled_at"),
});

/**
 * Articles as the feed serves them, and tombstones (`deletedAt` set, content emptied). What is being written meanwhile
 * stands in `articleEdits`. `readableBefore` names who could read a former state (see articles/access.ts); it decides
 * who is told of a delete. `isPublished` becomes true together with a change number when `publishedAt` has come, and
 * false when `expiresAt` has come or the article is archived. `revision` goes up with every write but those of flags.
 * `ownVerifyEveryDays` null: `verifyEveryDays` is the category's. `source` names the import it came with.
 */
export const articles = pgTable(
  "articles",
  {
    id: text().primaryKey(),
    language: text().notNull(),
    translationOf: text("translation_of"),
    sourceVersion: wholeNumber("source_version"),
    title: text().notNull(),
    summary: text().notNull(),
    bodyHtml: text("body_html").notNull(),
    sections: jsonb().$type<ArticleSection[]>().notNull(),
    replyText: text("reply_text"),
    kind: text().$type<ArticleKind>().notNull(),
    audience: text().$type<Audience>().notNull(),
    groups: names("groups"),
    category: names("category"),
    tags: names("tags"),
    situations: names("situations"),
    owner: jsonb().$type<Owner>(),
    url: text(),
    version: wholeNumber("version").notNull(),
    publishedAt: instant("published_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    verifiedAt: instant("verified_at"),
    verifiedBy: text("verified_by"),
    verifyEveryDays: integer("verify_every_days").notNull(),
    ownVerifyEveryDays: integer("own_verify_every_days"),
    expiresAt: instant("expires_at"),
    archivedAt: instant("archived_at"),
    revision: wholeNumber("revision").notNull().default(1),
    updatedBy: text("updated_by"),
    source: text(),
    openFlags: integer("open_flags").notNull().default(0),
    escalation: text(),
    changeNumber: wholeNumber("change_number").notNull(),
    isPublished: boolean("is_published").notNull(),
    readableBefore: names("readable_before"),
    deletedAt: instant("deleted_at"),
  },
  (table) => [
    uniqueIndex("articles_change_number").on(table.changeNumber),
    index("articles_to_publish")
      .on(table.publishedAt)
      .where(sql`not is_published and deleted_at is null and archived_at is null`),
    index("articles_to_expire").on(table.expiresAt).where(sql`is_published and expires_at is not null`),
    index("articles_translations").on(table.translationOf).where(sql`translation_of is not null`),
    index("articles_tombstones").on(table.deletedAt).where(sql`deleted_at is not null`),
  ],
);

/**
 * Page-reader updates, one row for each helpdesk. A removed one stays as a tombstone (`deletedAt` set, `reading`
 * emptied) for good: there are only so many helpdesks, and the next publication counts on from its version.
 */
export const pageReaders = pgTable(
  "page_readers",
  {
    helpdesk: text().$type<Helpdesk>().primaryKey(),
    version: wholeNumber("version").notNull(),
    updatedAt: instant("updated_at").notNull(),
    reading: jsonb().$type<PageReadingUpdate>().notNull(),
    changeNumber: wholeNumber("change_number").notNull(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [uniqueIndex("page_readers_change_number").on(table.changeNumber)],
);

/**
 * Flags as agents sent them. The id is the client's. Articles may be gone, so there is no foreign key to them. What
 * became of a flag is its case's; `changeNumber` places that in the feed of the agent who flagged.
 */
export const flags = pgTable(
  "flags",
  {
    id: text().primaryKey(),
    agentId: text("agent_id")
      .notNull()
      .references(() => agents.id),
    articleId: text("article_id").notNull(),
    articleVersion: wholeNumber("article_version").notNull(),
    reason: text().$type<FlagReason>(),
    comment: text(),
    /** The stretch of the article that the agent means; null: the whole. */
    passage: text(),
    flaggedAt: instant("flagged_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    amendedAt: instant("amended_at"),
    caseId: text("case_id")
      .notNull()
      .references(() => flagCases.id),
    changeNumber: wholeNumber("change_number").notNull(),
  },
  (table) => [
    index("flags_article").on(table.articleId),
    index("flags_case").on(table.caseId),
    index("flags_agent_change").on(table.agentId, table.changeNumber),
  ],
);

/**
 * Lessons taken, so that each counts once. What they taught is in `articleTerms`. Kept for as long as the same lesson
 * could be taken again.
 */
export const lessons = pgTable(
  "lessons",
  {
    id: text().primaryKey(),
    agentId: text("agent_id")
      .notNull()
      .references(() => agents.id),
    articleId: text("article_id").notNull(),
    analysis: integer().notNull(),
    day: date({ mode: "string" }).notNull(),
    kind: text().$type<Lesson["kind"]>().notNull(),
    receivedDay: date("received_day", { mode: "string" }).notNull(),
  },
  (table) => [index("lessons_agent").on(table.agentId, table.receivedDay), index("lessons_day").on(table.day)],
);

/**
 * What one agent taught an article about one term; the term "" stands for the tickets themselves. `weight` is as of
 * the day `asOf` and below zero where the agent taught against it. `days` holds what the day of the last lesson's arrival
 * added, for the bound of a day.
 */
export const articleTerms = pgTable(
  "article_terms",
  {
    articleId: text("article_id").notNull(),
    analysis: integer().notNull(),
    term: text().notNull(),
    agentId: text("agent_id")
      .notNull()
      .references(() => agents.id),
    weight: doublePrecision().notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    days: jsonb().$type<Record<string, number>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.analysis, table.term, table.agentId] }),
    index("article_terms_as_of").on(table.asOf),
  ],
);

/**
 * What agents are told of an article's terms: sums over enough agents, as of the day `asOf`, to be made anew on
 * `refreshDay`. A tombstone (`deletedAt` set, `terms` emptied) stays for as long as its article's row.
 */
export const sharedTerms = pgTable(
  "shared_terms",
  {
    articleId: text("article_id").primaryKey(),
    analysis: integer().notNull(),
    tickets: doublePrecision().notNull(),
    terms: jsonb().$type<ArticleTerms["terms"]>().notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    refreshDay: date("refresh_day", { mode: "string" }).notNull(),
    changeNumber: wholeNumber("change_number").notNull(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [
    uniqueIndex("shared_terms_change_number").on(table.changeNumber),
    index("shared_terms_to_refresh").on(table.refreshDay).where(sql`deleted_at is null`),
  ],
);

/** Phrases that mean the same, for every agent. The id is made from language and phrases. Tombstones are emptied. */
export const synonymSets = pgTable(
  "synonym_sets",
  {
    id: text().primaryKey(),
    language: text(),
    phrases: names("phrases"),
    changeNumber: wholeNumber("change_number").notNull(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [uniqueIndex("synonym_sets_change_number").on(table.changeNumber)],
);

/**
 * Customer situations with their cues and the articles that answer them. The id is made from name and language.
 * `groups` empty: for every agent. `readableBefore` as with articles.
 */
export const situations = pgTable(
  "situations",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    cues: names("cues"),
    language: text(),
    articles: jsonb().$type<SituationArticle[]>().notNull().default([]),
    groups: names("groups"),
    readableBefore: names("readable_before"),
    version: wholeNumber("version").notNull().default(1),
    updatedAt: instant("updated_at"),
    updatedBy: text("updated_by"),
    changeNumber: wholeNumber("change_number").notNull(),
    deletedAt: instant("deleted_at"),
  },
  (table) => [uniqueIndex("situations_change_number").on(table.changeNumber)],
);

export type ArticleRow = typeof articles.$inferSelect;
export type PageReaderRow = typeof pageReaders.$inferSelect;
export type AgentRow = typeof agents.$inferSelect;
export type FlagRow = typeof flags.$inferSelect;
export type ArticleTermRow = typeof articleTerms.$inferSelect;
export type SharedTermsRow = typeof sharedTerms.$inferSelect;
export type SynonymSetRow = typeof synonymSets.$inferSelect;
export type SituationRow = typeof situations.$inferSelect;
