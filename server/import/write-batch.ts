import { isDeepStrictEqual } from "node:util";
import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { ArticleDraft } from "../articles/draft";
import type { SaveOutcome } from "../articles/plan-save";
import { saveArticlesWithin } from "../articles/save-articles";
import type { Database } from "../db/database";
import { importedArticles } from "../db/import-schema";
import { type ArticleRow, articles } from "../db/schema";
import { publishAgain } from "./archive-vanished";
import { completeDraft, followedVersion } from "./imported-draft";
import { reasonAgainst } from "./owner-of";
import { type BadArticle, DELETED_HERE, type ImportSource, type ImportWrite, type PlacedDraft } from "./source";

/** Far from the 65,535 values a PostgreSQL statement may have (a row has 36). */
const ARTICLES_PER_STATEMENT = 200;

/** What became of the articles of a batch, by their ids. */
export type Written = {
  outcomes: Map<string, SaveOutcome>;
  bad: BadArticle[];
  skipped: Record<string, number>;
  keptInternal: number;
};

type ImportedRow = typeof importedArticles.$inferSelect;

/** Writes a batch's articles and that the source has them. What belongs to others is left as it is and told. */
export async function writeBatch(writing: ImportWrite, placed: readonly PlacedDraft[]): Promise<Written> {
  const written: Written = { outcomes: new Map(), bad: [], skipped: {}, keptInternal: 0 };
  for (let start = 0; start < placed.length; start += ARTICLES_PER_STATEMENT) {
    await writeSome(writing, placed.slice(start, start + ARTICLES_PER_STATEMENT), written);
  }
  return written;
}

async function writeSome(writing: ImportWrite, placed: readonly PlacedDraft[], written: Written): Promise<void> {
  const { tx, source } = writing;
  const ids = placed.map(({ draft }) => draft.id);
  const rows = await tx.select().from(articles).where(inArray(articles.id, ids));
  const before = new Map(rows.map((row) => [row.id, row]));
  const ofSource = and(eq(importedArticles.source, source.key), inArray(importedArticles.articleId, ids));
  const known = new Map((await tx.select().from(importedArticles).where(ofSource)).map((row) => [row.articleId, row]));

  const taken = placed.filter((one) => isToTake(one, { source, before, known }, written));
  const drafts = taken.map(({ draft }) => {
    const row = before.get(draft.id);
    const access = accessOf(draft, row, known.get(draft.id), writing.allowPublic);
    if (draft.audience === "public" && access.audience !== "public") written.keptInternal += 1;
    return { draft: { ...completeDraft(draft, row), ...access }, isOutdated: draft.isOutdated };
  });
  await save(writing, drafts, before, written.outcomes);
  const readers = new Map(drafts.map(({ draft }) => [draft.id, draft]));
  await noteSource(writing, taken, (id) => ({ ...readers.get(id), ...known.get(id) }));
  const back = taken
    .map(({ draft }) => draft)
    .filter(({ id, archivedAt }) => !archivedAt && isBack(before.get(id), known.get(id)))
    .map(({ id }) => id);
  for (const id of await publishAgain(tx, writing.next, back, writing.nowMs)) {
    if (written.outcomes.get(id) === "unchanged") written.outcomes.set(id, "changed");
  }
}

type Standing = {
  source: ImportSource;
  before: ReadonlyMap<string, ArticleRow>;
  known: ReadonlyMap<string, ImportedRow>;
};

/** Notes in `written` what is left out. What was deleted here for good stays deleted. */
function isToTake(
  { place, draft: { id } }: PlacedDraft,
  { source, before, known }: Standing,
  written: Written,
): boolean {
  const row = before.get(id);
  const reason = written.outcomes.has(id) ? `the id "${id}" has come already` : reasonAgainst(source, id, row);
  if (reason !== null) {
    written.bad.push({ place, reason });
    return false;
  }
  // Its tombstone may have been thrown away; that the source once brought it is remembered.
  const isDeleted = row ? row.deletedAt !== null && row.source === source.key : known.has(id);
  if (isDeleted) written.skipped[DELETED_HERE] = (written.skipped[DELETED_HERE] ?? 0) + 1;
  else written.outcomes.set(id, "unchanged");
  return !isDeleted;
}

/**
 * Who may read it. What the source says anew goes; what it says still is not put over what was changed here, and what is
 * internal here becomes public by an import only when that was asked for.
 */
function accessOf(
  { audience, groups }: PlacedDraft["draft"],
  row: ArticleRow | undefined,
  known: ImportedRow | undefined,
  allowPublic: boolean,
): Pick<ArticleDraft, "audience" | "groups"> {
  if (!row) return { audience: audience ?? "internal", groups: groups ?? [] };
  const staysInternal = audience === "public" && row.audience === "internal" && !allowPublic;
  const saysStill = known !== undefined && isDeepStrictEqual(known.groups, groups);
  return {
    audience: staysInternal ? "internal" : (audience ?? row.audience),
    groups: saysStill ? row.groups : (groups ?? row.groups),
  };
}

type FullDraft = { draft: ArticleDraft; isOutdated: boolean | undefined };

/** Translations come after the others, since what they follow is the version that is here after those. */
async function save(
  { tx, next, nowMs }: ImportWrite,
  drafts: readonly FullDraft[],
  before: ReadonlyMap<string, ArticleRow>,
  outcomes: Map<string, SaveOutcome>,
): Promise<void> {
  const write = async (some: readonly ArticleDraft[]) => {
    const saved = await saveArticlesWithin(tx, next, some, nowMs);
    for (const [index, { id }] of some.entries()) outcomes.set(id, saved[index] ?? "unchanged");
  };
  await write(drafts.filter(({ isOutdated }) => isOutdated === undefined).map(({ draft }) => draft));
  const following = drafts.filter(({ isOutdated }) => isOutdated !== undefined);
  if (following.length === 0) return;
  const versions = await versionsOf(tx, following);
  const dated = following.map(({ draft, isOutdated = false }) => {
    const version = versions.get(draft.translationOf ?? "") ?? null;
    const followed = followedVersion(isOutdated, version, before.get(draft.id)?.sourceVersion ?? null);
    return { ...draft, sourceVersion: followed };
  });
  await write(dated);
}

async function versionsOf(tx: Database, drafts: readonly FullDraft[]): Promise<Map<string, number>> {
  const ids = drafts.flatMap(({ draft }) => draft.translationOf ?? []);
  const isThere = and(inArray(articles.id, ids), isNull(articles.deletedAt));
  const rows = await tx.select({ id: articles.id, version: articles.version }).from(articles).where(isThere);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** `readersOf` answers for what the source does not say now: what it said last, else how the article stands. */
async function noteSource(
  { tx, source, runId }: ImportWrite,
  taken: readonly PlacedDraft[],
  readersOf: (id: string) => Partial<Pick<ArticleDraft, "audience" | "groups">>,
): Promise<void> {
  if (taken.length === 0) return;
  const ids = taken.map(({ draft }) => draft.id);
  const isOther = or(isNull(articles.source), ne(articles.source, source.key));
  await tx
    .update(articles)
    .set({ source: source.key })
    .where(and(inArray(articles.id, ids), isOther));
  const wasOthers = and(inArray(importedArticles.articleId, ids), ne(importedArticles.source, source.key));
  await tx.delete(importedArticles).where(wasOthers);
  const rows = taken.map(({ draft }) => {
    const { audience = "internal", groups = [] } = { ...readersOf(draft.id), ...saidOf(draft) };
    return { source: source.key, articleId: draft.id, runId, audience, groups: [...groups], archivedAt: null };
  });
  const excluded = (column: string) => sql.raw(`excluded."${column}"`);
  await tx
    .insert(importedArticles)
    .values(rows)
    .onConflictDoUpdate({
      target: [importedArticles.source, importedArticles.articleId],
      set: {
        ...{ runId: excluded("run_id"), audience: excluded("audience"), groups: excluded("groups"), archivedAt: null },
      },
    });
}

function saidOf({ audience, groups }: PlacedDraft["draft"]) {
  return { ...(audience && { audience }), ...(groups && { groups }) };
}

/** Whether an import archived it, and nobody by hand since. */
function isBack(row: ArticleRow | undefined, known: ImportedRow | undefined): boolean {
  if (!row?.archivedAt || row.deletedAt) return false;
  return row.archivedAt.getTime() === known?.archivedAt?.getTime();
}
