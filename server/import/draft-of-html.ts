import { CONTENT_LIMITS } from "../../lib/contract/authoring";
import { z } from "../../lib/contract/zod";
import type { ArticleDraft } from "../articles/draft";
import { toStorableText } from "../storable-text";
import { toBodyHtml } from "./body-html";
import { cleanSourceHtml } from "./html/clean-source-html";
import { toSections } from "./sections";
import { firstSentence } from "./title";

const { title: MAX_TITLE_LENGTH, body: MAX_BODY_LENGTH, name: MAX_NAME_LENGTH, names: MAX_NAMES } = CONTENT_LIMITS;

type Text = Pick<ArticleDraft, "title" | "bodyHtml" | "sections">;

/** What an article of a help center says: its text, or why it cannot be taken; null when it has nothing to read. */
export function textOfHtml(title: string, html: string): Text | { reason: string } | null {
  if (html.length > MAX_BODY_LENGTH) return { reason: `body: longer than ${MAX_BODY_LENGTH} characters` };
  const bodyHtml = toBodyHtml(cleanSourceHtml(toStorableText(html), { guessHeadings: true }), "html");
  if (bodyHtml.length > MAX_BODY_LENGTH) return { reason: `body: longer than ${MAX_BODY_LENGTH} characters as HTML` };
  const sections = toSections(bodyHtml);
  if (sections.length === 0) return null;
  const named = toStorableText(title).replace(/\s+/gu, " ").trim() || firstSentence(sections);
  if (named.length > MAX_TITLE_LENGTH) return { reason: `title: longer than ${MAX_TITLE_LENGTH} characters` };
  return { title: named, bodyHtml, sections };
}

/** Names as they may stand in an article: trimmed, none empty, none twice; too long ones cut, and the first 50. */
export function tidyNames(names: readonly string[]): string[] {
  const tidied = names.map((name) => toStorableText(name).replace(/\s+/gu, " ").trim());
  const cut = tidied.map((name) => toStorableText(name.slice(0, MAX_NAME_LENGTH)).trim());
  return [...new Set(cut.filter((name) => name !== ""))].slice(0, MAX_NAMES);
}

const instantSchema = z.iso.datetime({ offset: true });

/** An instant in the form of `toISOString`; null when it is none. */
export function instantOrNull(text: string | null | undefined): string | null {
  const parsed = instantSchema.safeParse(text);
  return parsed.success ? new Date(parsed.data).toISOString() : null;
}
