import { createHash } from "node:crypto";
import { gfm } from "@joplin/turndown-plugin-gfm";
import TurndownService from "turndown";
import { stringify } from "yaml";
import type { ArticleRow } from "../db/schema";
import { toBodyHtml } from "../import/body-html";
import { metadataOf } from "./article-line";

const LONGEST_NAME = 180;

/**
 * An article as a Markdown file with front matter, as the import takes it. The text stays HTML (`format: html`) where
 * Markdown would not give exactly the same back.
 */
export function toMarkdownFile(row: ArticleRow): string {
  const markdown = toMarkdown(row.bodyHtml);
  const matter = {
    id: row.id,
    title: row.title,
    ...(markdown === null && { format: "html" }),
    ...metadataOf(row),
  };
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${markdown ?? row.bodyHtml}\n`;
}

/** Null when no Markdown was found that gives this HTML back. */
function toMarkdown(bodyHtml: string): string | null {
  const turndown = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced" });
  const markdown = turndown.use(gfm).turndown(bodyHtml);
  return toBodyHtml(`\n${markdown}\n`, "markdown") === bodyHtml ? markdown : null;
}

/** A name for the article's file, safe on every system and unlike all in `taken` (in small letters), to which it is added. */
export function fileNameOf(id: string, taken: Set<string>): string {
  const safe = id
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, LONGEST_NAME);
  const isClear = safe !== "" && safe === id && !taken.has(safe.toLowerCase());
  const name = isClear ? safe : `${safe}-${createHash("sha256").update(id).digest("hex").slice(0, 12)}`;
  taken.add(name.toLowerCase());
  return `${name}.md`;
}
