/** Lines of an import file that are no articles: what the export writes beside them (server/export/line.ts). */
import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { keyOfPath } from "../categories/nearest-setting";
import { followSettings } from "../categories/write-category";
import { categories, notices } from "../db/content-schema";
import { pageReaders, synonymSets } from "../db/schema";
import { type OtherLine, otherLineSchema } from "../export/line";
import { describeIssues } from "../http/describe-issues";
import { findNoticeRow } from "../notices/find-notice";
import { planNotice } from "../notices/plan-notice";
import { tidyNotice } from "../notices/tidy-notice";
import { contentOf } from "../situations/situation-row";
import { findSituationRow, writeSituation } from "../situations/write-situation";
import { toStorableText } from "../storable-text";
import type { ImportWrite, OtherOutcome } from "./source";
import { takeVersion } from "./take-version";
import { takeWorkingCopy } from "./take-working-copy";

type Taking<Line> = Pick<ImportWrite, "tx" | "next" | "nowMs"> & { line: Line };
type LineOf<Type extends OtherLine["type"]> = Extract<OtherLine, { type: Type }>;

/** What an import file's line that carries a `type` says: what to write, or why it cannot be taken. */
export type ParsedOtherLine = { alsoWrite: (write: ImportWrite) => Promise<OtherOutcome> } | { reason: string };

/** Every line of these begins so, as the export writes it; reading an article's JSON twice would cost too much. */
const BEGINNING = /^\s*\{\s*"type"\s*:/;

/**
 * Reads a line. Null when it is none of these but an article's, which never begins with a `type`.
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
  return { alsoWrite: (write) => takeLine(write, line) };
}

async function takeLine(write: ImportWrite, line: OtherLine): Promise<OtherOutcome> {
  if (line.type === "version") return takeVersion(write, line);
  if (line.type === "workingCopy") return takeWorkingCopy(write, line);
  return { others: (await takeSetting(write, line)) ? 1 : 0 };
}

/** True when the database said something else before. */
function takeSetting(
  taking: ImportWrite,
  line: Exclude<OtherLine, LineOf<"version"> | LineOf<"workingCopy">>,
): Promise<boolean> {
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
  await recordAudit(
    tx,
    COMMAND_LINE,
    { action: "category.put", subject: { type: "category", id: key }, details: said },
    nowMs,
  );
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
  const { version, severity, groups } = row;
  const action = existing?.deletedAt === null ? "notice.change" : "notice.create";
  const subject = { type: "notice", id: line.id };
  await recordAudit(tx, COMMAND_LINE, { action, subject, details: { version, severity, groups } }, nowMs);
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

async function takeSynonymSet({ tx, next, nowMs, line }: Taking<LineOf<"synonymSet">>): Promise<boolean> {
  const { id, language, phrases } = line;
  const [known] = await tx.select().from(synonymSets).where(eq(synonymSets.id, id));
  if (known?.deletedAt === null && isDeepStrictEqual(phrases, known.phrases)) return false;
  const row = { id, language, phrases, changeNumber: next(), deletedAt: null };
  await tx.insert(synonymSets).values(row).onConflictDoUpdate({ target: synonymSets.id, set: row });
  const subject = { type: "synonymSet", id };
  await recordAudit(tx, COMMAND_LINE, { action: "synonyms.add", subject, details: { language, phrases } }, nowMs);
  return true;
}

async function takePageReader({ tx, next, nowMs, line }: Taking<LineOf<"pageReader">>): Promise<boolean> {
  const { helpdesk, reading } = line;
  const [known] = await tx.select().from(pageReaders).where(eq(pageReaders.helpdesk, helpdesk));
  if (known?.deletedAt === null && isDeepStrictEqual(reading, known.reading)) return false;
  const stamps = { version: (known?.version ?? 0) + 1, updatedAt: new Date(nowMs), changeNumber: next() };
  const row = { helpdesk, reading, ...stamps, deletedAt: null };
  await tx.insert(pageReaders).values(row).onConflictDoUpdate({ target: pageReaders.helpdesk, set: row });
  const subject = { type: "pageReader", id: helpdesk };
  const details = { version: stamps.version };
  await recordAudit(tx, COMMAND_LINE, { action: "pageReader.publish", subject, details }, nowMs);
  return true;
}

function pick(from: object, like: object): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name in like));
}
