import { CONTENT_LIMITS } from "../../lib/contract/authoring";
import { z } from "../../lib/contract/zod";
import { describeIssues } from "../http/describe-issues";
import { toStorableText } from "../storable-text";
import { toBodyHtml } from "./body-html";
import type { ImportLine } from "./import-line";
import type { ImportedDraft } from "./imported-draft";
import { type ImportMetadata, importMetadataSchema } from "./metadata";
import { toSections } from "./sections";
import { firstSentence } from "./title";

const MAX_TEXT_LENGTH = CONTENT_LIMITS.body;

const textSchema = z.string({ error: ({ input }) => (input === undefined ? "missing" : "expected a text") });

const lineSchema = z.object(
  {
    _id: textSchema.min(1, "empty").max(200, "longer than 200 characters"),
    title: textSchema.trim().max(500, "longer than 500 characters"),
    text: textSchema.max(MAX_TEXT_LENGTH, `longer than ${MAX_TEXT_LENGTH} characters`),
    metadata: importMetadataSchema.nullish(),
  },
  { error: "not a JSON object" },
);

/** What a line says: an article, or the reason why it cannot be taken, starting with the field it is about. */
export type ParsedLine = { draft: ImportedDraft } | { reason: string };

/** Reads one line of an import file. `defaultLanguage` is for lines that name none. */
export function parseLine(line: ImportLine, defaultLanguage: string): ParsedLine {
  if (typeof line !== "string") return { reason: line.unreadable };
  let json: unknown;
  try {
    json = JSON.parse(line, (_key, value: unknown) => (typeof value === "string" ? toStorableText(value) : value));
  } catch {
    // The engine's message quotes the line and differs from version to version.
    return { reason: "not valid JSON" };
  }
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) return { reason: describeIssues(parsed.error) };
  const { _id, text, metadata } = parsed.data;
  const { publishedAt, expiresAt } = metadata ?? {};
  if (publishedAt && expiresAt && expiresAt <= publishedAt)
    return { reason: "metadata.expiresAt: not after publishedAt" };
  const bodyHtml = toBodyHtml(text, metadata?.format ?? "text");
  if (bodyHtml.length > MAX_TEXT_LENGTH) return { reason: `text: longer than ${MAX_TEXT_LENGTH} characters as HTML` };
  const sections = toSections(bodyHtml);
  const title = parsed.data.title || firstSentence(sections);
  if (!title) return { reason: "title: empty, and the text has no words to make one of" };
  return { draft: { id: _id, title, bodyHtml, sections, ...fromMetadata(metadata ?? {}, defaultLanguage) } };
}

function fromMetadata(
  metadata: ImportMetadata,
  defaultLanguage: string,
): Omit<ImportedDraft, "id" | "title" | "bodyHtml" | "sections"> {
  return {
    language: metadata.language ?? metadata.lang ?? defaultLanguage,
    translationOf: metadata.translationOf ?? null,
    sourceVersion: metadata.sourceVersion ?? null,
    summary: metadata.summary ?? "",
    replyText: metadata.replyText ?? null,
    kind: metadata.kind ?? "reference",
    // Who may read it stays as it is here where a line does not say; an empty list says everybody.
    ...(metadata.audience && { audience: metadata.audience }),
    ...(metadata.groups && { groups: metadata.groups }),
    category: metadata.category ?? [],
    tags: metadata.tags ?? [],
    situations: metadata.situations ?? [],
    owner: metadata.owner ?? null,
    url: metadata.url ?? null,
    version: metadata.version ?? null,
    publishedAt: metadata.publishedAt ?? null,
    updatedAt: metadata.updatedAt ?? null,
    expiresAt: metadata.expiresAt ?? null,
    ...(metadata.archivedAt && { archivedAt: metadata.archivedAt }),
    verifiedAt: metadata.verifiedAt ?? null,
    verifiedBy: metadata.verifiedBy ?? null,
    verifyEveryDays: metadata.verifyEveryDays ?? null,
    escalation: metadata.escalation ?? null,
  };
}
