import { sql } from "drizzle-orm";
import { date, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { FlagStatus } from "../../lib/contract/flags";
import { instant, wholeNumber } from "./columns";

/**
 * What is done about an article's flags: all that come in while one is under way gather in it, so an article has one at
 * most that is not closed. `assigneeId` is an agent's; `assigneeName` alone a team's or a fallback's. `lookBy` is the day
 * by which somebody looks, as told to those who flagged. `answer` is the word to them. `revision` goes up with every write
 * and with every flag that joins, so that nobody closes a flag unseen.
 */
export const flagCases = pgTable(
  "flag_cases",
  {
    id: text().primaryKey(),
    articleId: text("article_id").notNull(),
    status: text().$type<FlagStatus>().notNull(),
    assigneeId: text("assignee_id"),
    assigneeName: text("assignee_name"),
    openedAt: instant("opened_at").notNull(),
    lookBy: date("look_by", { mode: "string" }).notNull(),
    answer: text(),
    answeredAt: instant("answered_at"),
    answeredById: text("answered_by_id"),
    answeredByName: text("answered_by_name"),
    revision: wholeNumber("revision").notNull().default(1),
    updatedAt: instant("updated_at"),
    /** Who made the last revision: who answered or assigned, or whose flag joined. */
    updatedByName: text("updated_by_name"),
  },
  (table) => [
    uniqueIndex("flag_cases_under_way").on(table.articleId).where(sql`status in ('open', 'accepted')`),
    index("flag_cases_look_by").on(table.status, table.lookBy),
  ],
);

export type FlagCaseRow = typeof flagCases.$inferSelect;
