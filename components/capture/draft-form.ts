/** A draft as the form shows it, and back. */
import { articleKindSchema } from "../../lib/contract/article";
import { CONTENT_LIMITS } from "../../lib/contract/authoring";
import { htmlToMarkup, markupToHtml, withoutEmptyHeadings } from "../../lib/simple-markup";
import type { DraftContent, DraftState } from "../../lib/worker/protocol/outbox";

export const KINDS = articleKindSchema.options;

/** How the parts of a category are shown and typed. */
const CATEGORY_MARK = " › ";

/** What is typed. `text` and `reply` as in a plain field, `category` in one line. */
export type DraftForm = {
  title: string;
  text: string;
  reply: string;
  kind: DraftContent["kind"];
  category: string;
  note: string;
};

export function categoryLine(path: readonly string[]): string {
  return path.join(CATEGORY_MARK);
}

export function formOf(content: DraftContent, note = ""): DraftForm {
  return {
    title: content.title,
    text: htmlToMarkup(content.bodyHtml),
    reply: content.replyText ?? "",
    kind: content.kind,
    category: categoryLine(content.category),
    note,
  };
}

export function draftFormOf({ content, note }: DraftState): DraftForm {
  return formOf(content, note);
}

/** What is kept of a form; `base` has what it does not show. A text that is handed over loses its empty headings. */
export function contentOf(form: DraftForm, base: DraftContent, isHandedOver: boolean): DraftContent {
  return {
    ...base,
    title: form.title.trim().slice(0, CONTENT_LIMITS.title),
    bodyHtml: markupToHtml(isHandedOver ? withoutEmptyHeadings(form.text) : form.text),
    replyText: form.reply.trim() === "" ? null : form.reply.trim(),
    kind: form.kind,
    category: form.category
      .split(/[›>]/)
      .map((part) => part.trim().slice(0, CONTENT_LIMITS.name))
      .filter((part) => part !== ""),
  };
}

/** What keeps a form from being handed over; null when nothing does. */
export function missingIn(form: DraftForm): "title" | "text" | null {
  if (form.title.trim() === "") return "title";
  return withoutEmptyHeadings(form.text) === "" ? "text" : null;
}

/** An empty draft in the agent's own language. */
export function emptyContent(language: string): DraftContent {
  return {
    ...{ language, title: "", summary: "", bodyHtml: "", replyText: null, kind: "how-to", category: [], tags: [] },
  };
}
