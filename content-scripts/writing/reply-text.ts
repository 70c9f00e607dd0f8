import type { ReplyContent } from "../../lib/page-commands";
import type { ReplyEditors } from "./reply-editors";

/** What goes into an editor, in both forms. `url`: the link a rich editor must show afterwards. */
export type ReplyText = { html: string; plain: string; url: string | null };

type Markup = ReplyEditors["markup"];

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/** Runs of spaces survive as they were written. */
const toHtml = (line: string): string => escapeHtml(line).replace(/^ | (?= )/g, "&nbsp;");

const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The address as it was given. Throws when it is not one of the web. */
function webAddress(url: string): string {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new Error("Only web addresses are written into a reply.");
  return url;
}

function toLines(text: string): string[] {
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, "\n").split("\n");
  return lines.map((line) => line.replace(/\t/g, "  ").trimEnd());
}

function withoutOuterBlanks(lines: string[]): string[] {
  const first = lines.findIndex((line) => line !== "");
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== "") + 1);
}

const paragraphs = (lines: string[]): string =>
  lines.map((line) => `<p>${line === "" ? "<br>" : toHtml(line)}</p>`).join("");

function linesToHtml(lines: string[], markup: Markup): string {
  if (lines.length <= 1) return toHtml(lines[0] ?? "");
  return markup.lines === "paragraphs" ? paragraphs(lines) : lines.map(toHtml).join("<br>");
}

const linkHtml = (title: string, url: string): string => `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;

function linkText(title: string, url: string): ReplyText {
  const shown = onOneLine(title) || url;
  return { html: linkHtml(shown, url), plain: shown === url ? url : `${shown} ${url}`, url };
}

function quoteText(lines: string[], source: ReplyText, markup: Markup): ReplyText {
  const marked = lines.map((line) => `> ${line}`.trimEnd());
  const html =
    markup.quote === "blockquote"
      ? `<blockquote>${paragraphs(lines)}</blockquote><p>— ${source.html}</p>`
      : [...marked.map(toHtml), `— ${source.html}`].join("<br>");
  return { html, plain: [...marked, `— ${source.plain}`].join("\n"), url: source.url };
}

function textOf(content: ReplyContent, markup: Markup): ReplyText {
  if (content.kind === "link") return linkText(content.title, webAddress(content.url));
  const lines = withoutOuterBlanks(toLines(content.text));
  if (content.kind === "text") return { html: linesToHtml(lines, markup), plain: lines.join("\n"), url: null };
  const { title, url } = content.source;
  const name = onOneLine(title);
  const source = url === null ? { html: escapeHtml(name), plain: name, url } : linkText(name, webAddress(url));
  return quoteText(lines, source, markup);
}

/** "/" at the end of a line opens the menu of canned responses on Freshdesk, of macros on Zendesk. */
function withoutLastSlash({ html, plain, url }: ReplyText): ReplyText {
  return {
    html: /\/(?:<[^>]*>)*$/.test(html) ? `${html}&nbsp;` : html,
    plain: plain.endsWith("/") ? `${plain} ` : plain,
    url,
  };
}

/** The content marked up for an editor. All of it is escaped; throws when an address is not http or https. */
export function toReplyText(content: ReplyContent, markup: Markup): ReplyText {
  return withoutLastSlash(textOf(content, markup));
}

/** The same with a space where it would run into the words around the caret. A quote stands on lines of its own. */
export function spaced(text: ReplyText, gaps: { before: boolean; after: boolean }): ReplyText {
  if (text.html.startsWith("<blockquote>")) return text;
  const { html, plain, url } = text;
  const start = gaps.before ? html.replace(/^(?:<p>)?/, "$&&nbsp;") : html;
  return {
    html: gaps.after ? start.replace(/(?:<\/p>)?$/, "&nbsp;$&") : start,
    plain: (gaps.before ? " " : "") + plain + (gaps.after ? " " : ""),
    url,
  };
}
