import { asc, eq, isNull } from "drizzle-orm";
import { articleEdits, articleVersions, categories, notices } from "../db/content-schema";
import type { Database } from "../db/database";
import { agents, pageReaders, situations, synonymSets } from "../db/schema";
import type { OtherLine } from "./line";

/** What articles lean on, so that it comes before them in a file. */
export async function* readSettingLines(tx: Database): AsyncIterable<OtherLine> {
  for (const { path, isSensitive, verifyEveryDays, owner } of await tx
    .select()
    .from(categories)
    .orderBy(categories.key)) {
    yield { type: "category", path, isSensitive, verifyEveryDays, owner };
  }
  const sets = await tx.select().from(synonymSets).where(isNull(synonymSets.deletedAt)).orderBy(synonymSets.id);
  for (const { id, language, phrases } of sets) yield { type: "synonymSet", id, language, phrases };
  const readers = await tx
    .select()
    .from(pageReaders)
    .where(isNull(pageReaders.deletedAt))
    .orderBy(pageReaders.helpdesk);
  for (const { helpdesk, reading } of readers) yield { type: "pageReader", helpdesk, reading };
}

/** What refers to articles, so that it comes after them in a file. */
export async function* readReferringLines(tx: Database): AsyncIterable<OtherLine> {
  const living = await tx.select().from(situations).where(isNull(situations.deletedAt)).orderBy(situations.id);
  for (const { id, name, language, cues, groups, articles } of living) {
    yield { type: "situation", id, name, language, cues, groups, articles };
  }
  for (const row of await tx.select().from(notices).where(isNull(notices.deletedAt)).orderBy(notices.id)) {
    yield noticeLine(row);
  }
  yield* readWorkingCopies(tx);
}

function noticeLine(row: typeof notices.$inferSelect): OtherLine {
  const { id, severity, title, whatChanged, condition, language, groups, cues, tags } = row;
  return {
    ...{ type: "notice", id, severity, title, whatChanged, condition, language },
    effectiveFrom: row.effectiveFrom?.toISOString() ?? null,
    publishedAt: row.publishedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    ...{ groups, cues, tags, articleId: row.articleId, needsAcknowledgement: row.needsAcknowledgement },
  };
}

async function* readWorkingCopies(tx: Database): AsyncIterable<OtherLine> {
  const rows = await tx
    .select({ copy: articleEdits, creator: agents.name })
    .from(articleEdits)
    .innerJoin(agents, eq(agents.id, articleEdits.creatorId))
    .orderBy(asc(articleEdits.id));
  for (const { copy, creator } of rows) {
    const { id, status, baseVersion, origin, note, reviewNote } = copy;
    yield {
      ...{ type: "workingCopy", id, status, content: copy.content, baseVersion, origin },
      ...{ author: copy.authorName, creator },
      createdAt: copy.createdAt.toISOString(),
      updatedAt: copy.updatedAt.toISOString(),
      submittedAt: copy.submittedAt?.toISOString() ?? null,
      ...{ note, reviewer: copy.reviewerName, reviewNote },
      dueAt: copy.dueAt?.toISOString() ?? null,
    };
  }
}

/** Every version of an article that is kept, the first one first. */
export async function* readVersionLines(tx: Database, articleId: string): AsyncIterable<OtherLine> {
  const rows = await tx
    .select()
    .from(articleVersions)
    .where(eq(articleVersions.articleId, articleId))
    .orderBy(asc(articleVersions.version));
  for (const { version, content, origin, note, createdAt, authorName, approvedByName } of rows) {
    yield {
      ...{ type: "version", articleId, version, content: content },
      ...{ author: authorName, approvedBy: approvedByName, origin, note, createdAt: createdAt.toISOString() },
    };
  }
}
