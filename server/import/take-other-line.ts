/** Lines of an import file that are no articles: what the export writes beside them (server/export/line.ts). */
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { asc, eq } from "drizzle-orm";
import { COMMAND_LINE } from "../audit/actor";
import { keyOfPath } from "../categories/nearest-setting";
import { followSettings } from "../categories/write-category";
import { articleEdits, articleVersions, categories, notices } from "../db/content-schema";
import type { Database } from "../db/database";
import { agents, pageReaders, synonymSets } from "../db/schema";
import type { NextChangeNumber } from "../db/server-state";
import { type OtherLine, otherLineSchema } from "../export/line";
import { describeIssues } from "../http/describe-issues";
import { findNoticeRow } from "../notices/find-notice";
import { planNotice } from "../notices/plan-notice";
import { tidyNotice } from "../notices/tidy-notice";
import { contentOf } from "../situations/situation-row";
import { findSituationRow, writeSituation } from "../situations/write-situation";
import { toStorableText } from "../storable-text";
import { toBodyHtml } from "./body-html";

type Taking<Line> = { tx: Database; next: NextChangeNumber; nowMs: number; line: Line };
type LineOf<Type extends OtherLine["type"]> = Extract<OtherLine, { type: Type }>;

/** What an import file's line that carries a `type` says: what to write, or why it cannot be taken. */
export type ParsedOtherLine =
  | { alsoWrite: (tx: Database, next: NextChangeNumber, nowMs: number) => Promise<number> }
  | { reason: string };

/** Every line of these begins so, as the export writes it; reading an article's JSON twice would cost too much. */
const BEGINNING = /^\s*\{\s*"type"\s*:/;

/**
 * Reads a line. Null when it is none of these but an article's, which never begins with a `type`. `alsoWrite` answers 1 when the database said
 * something else before, 0 when it said so already.
 */
export function parseOtherLine(text: string): ParsedOtherLine | null {
  if (!BEGINNING.test(text)) return null;
  let json: unknown;
  try {
    json = JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? toStorableText(value) : value));
  } catch {
    return { reason: "not valid JSON" };
  }
  if (typeof json === "object" && json !== null && "_id" in json) return null;
  const parsed = otherLineSchema.safeParse(json);
  if (!parsed.success) return { reason: describeIssues(parsed.error) };
  const line = parsed.data;
  if (line.type === "notice") {
    const tidied = tidyNotice(draftOf(line));
    if ("problems" in tidied) return { reason: tidied.problems.join("; ") };
  }
  return { alsoWrite: async (tx, next, nowMs) => ((await takeLine(tx, next, nowMs, line)) ? 1 : 0) };
}

function takeLine(tx: Database, next: NextChangeNumber, nowMs: number, line: OtherLine): Promise<boolean> {
  const taking = { tx, next, nowMs };
  switch (line.type) {
    case "category":
      return takeCategory({ ...taking, line });
    case "notice":
      return takeNotice({ ...taking, line });
    case "situation":
      return takeSituation({ ...taking, line });
    case "synonymSet":
      return takeSynonymSet({ ...taking, line });
    case "pageReader":
      return takePageReader({ ...taking, line });
    case "version":
      return takeVersion({ ...taking, line });
    case "workingCopy":
      return takeWorkingCopy({ ...taking, line });
  }
}

async function takeCategory({ tx, next, nowMs, line }: Taking<LineOf<"category">>): Promise<boolean> {
  const { path, isSensitive, verifyEveryDays, owner } = line;
  const key = keyOfPath(path);
  const [known] = await tx.select().from(categories).where(eq(categories.key, key));
  const said = { isSensitive, verifyEveryDays, owner };
  if (known && isDeepStrictEqual(said, pick(known, said))) return false;
  const row = { key, path, ...said, updatedAt: new Date(nowMs), updatedBy: COMMAND_LINE.name };
  await tx.insert(categories).values(row).onConflictDoUpdate({ target: categories.key, set: row });
  await followSettings(tx, next, path);
  return true;
}

async function takeNotice({ tx, next, nowMs, line }: Taking<LineOf<"notice">>): Promise<boolean> {
  const existing = await findNoticeRow(tx, line.id);
  const tidied = tidyNotice(draftOf(line));
  if ("problems" in tidied) return false;
  const planned = planNotice(line.id, tidied.notice, existing, COMMAND_LINE.name, nowMs);
  if (!planned) return false;
  const row = { ...planned, changeNumber: next() };
  await tx.insert(notices).values(row).onConflictDoUpdate({ target: notices.id, set: row });
  return true;
}

function draftOf({ type: _type, id: _id, ...draft }: LineOf<"notice">) {
  return draft;
}

async function takeSituation({ tx, next, nowMs, line }: Taking<LineOf<"situation">>): Promise<boolean> {
  const { type: _type, ...content } = line;
  const existing = await findSituationRow(tx, line.id);
  if (existing?.deletedAt === null && isDeepStrictEqual(content, pick(contentOf(existing), content))) return false;
  await writeSituation(tx, next, content, existing, { actor: COMMAND_LINE, nowMs });
  return true;
}

async function takeSynonymSet({ tx, next, line }: Taking<LineOf<"synonymSet">>): Promise<boolean> {
  const { id, language, phrases } = line;
  const [known] = await tx.select().from(synonymSets).where(eq(synonymSets.id, id));
  if (known?.deletedAt === null && isDeepStrictEqual(phrases, known.phrases)) return false;
  const row = { id, language, phrases, changeNumber: next(), deletedAt: null };
  await tx.insert(synonymSets).values(row).onConflictDoUpdate({ target: synonymSets.id, set: row });
  return true;
}

async function takePageReader({ tx, next, nowMs, line }: Taking<LineOf<"pageReader">>): Promise<boolean> {
  const { helpdesk, reading } = line;
  const [known] = await tx.select().from(pageReaders).where(eq(pageReaders.helpdesk, helpdesk));
  if (known?.deletedAt === null && isDeepStrictEqual(reading, known.reading)) return false;
  const stamps = { version: (known?.version ?? 0) + 1, updatedAt: new Date(nowMs), changeNumber: next() };
  const row = { helpdesk, reading, ...stamps, deletedAt: null };
  await tx.insert(pageReaders).values(row).onConflictDoUpdate({ target: pageReaders.helpdesk, set: row });
  return true;
}

/** A version in the file stands in for what is kept under its number: the import of its article may just have made it. */
async function takeVersion({ tx, line }: Taking<LineOf<"version">>): Promise<boolean> {
  const { articleId, version, origin, note } = line;
  const content = { ...line.content, bodyHtml: toBodyHtml(line.content.bodyHtml, "html") };
  const row = {
    ...{ articleId, version, content, origin, note, authorId: null, authorName: line.author },
    ...{ approvedByName: line.approvedBy, createdAt: new Date(line.createdAt) },
  };
  const { articleId: idColumn, version: versionColumn } = articleVersions;
  await tx
    .insert(articleVersions)
    .values(row)
    .onConflictDoUpdate({ target: [idColumn, versionColumn], set: row });
  return false;
}

/** A working copy that is there already is somebody's work, and stays. */
async function takeWorkingCopy({ tx, nowMs, line }: Taking<LineOf<"workingCopy">>): Promise<boolean> {
  const [known] = await tx.select({ id: articleEdits.id }).from(articleEdits).where(eq(articleEdits.id, line.id));
  if (known) return false;
  const { id, status, baseVersion, origin, note, reviewNote } = line;
  await tx.insert(articleEdits).values({
    ...{ id, status, baseVersion, origin, note, reviewNote, revision: nowMs },
    content: { ...line.content, bodyHtml: toBodyHtml(line.content.bodyHtml, "html") },
    ...{ authorId: await agentNamed(tx, line.author, nowMs), authorName: line.author },
    creatorId: await agentNamed(tx, line.creator, nowMs),
    createdAt: new Date(line.createdAt),
    updatedAt: new Date(line.updatedAt),
    submittedAt: line.submittedAt ? new Date(line.submittedAt) : null,
    ...{ reviewerId: null, reviewerName: line.reviewer },
    dueAt: line.dueAt ? new Date(line.dueAt) : null,
  });
  return true;
}

/** The agent of that name; an author who is not known here is added as a disabled one, without a token. */
async function agentNamed(tx: Database, name: string, nowMs: number): Promise<string> {
  const [known] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(eq(agents.name, name))
    .orderBy(asc(agents.createdAt), asc(agents.id))
    .limit(1);
  if (known) return known.id;
  const at = new Date(nowMs);
  const agent = { id: randomUUID(), name, role: "agent" as const, createdAt: at, disabledAt: at };
  await tx.insert(agents).values(agent);
  return agent.id;
}

function pick(from: object, like: object): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name in like));
}
