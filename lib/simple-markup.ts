/**
 * The text of a draft as an agent types it, and the simple HTML it stands for: paragraphs, `## ` and `### ` headings,
 * `- ` and `1. ` lists. What looks like HTML in the text is only text. A number is never changed: it counts an entry only where
 * it begins with 1 or goes on by one.
 */

type Block =
  | { tag: "h2" | "h3"; lines: string[] }
  | { tag: "p"; lines: string[] }
  | { tag: "ul" | "ol"; entries: string[][] };

const HEADING = /^(##|###) +(.+)$/;
const BULLET = /^[-*•–] +(.+)$/;
const NUMBERED = /^([1-9]\d{0,2})[.)] +(.+)$/;

type Line = { tag: "h2" | "h3" | "ul" | "p"; text: string } | { tag: "ol"; number: number; text: string };

function readLine(line: string): Line {
  const [, marks, heading] = HEADING.exec(line) ?? [];
  if (heading !== undefined) return { tag: marks === "##" ? "h2" : "h3", text: heading };
  const bullet = BULLET.exec(line)?.[1];
  if (bullet !== undefined) return { tag: "ul", text: bullet };
  const [, number, numbered] = NUMBERED.exec(line) ?? [];
  return numbered === undefined ? { tag: "p", text: line } : { tag: "ol", number: Number(number), text: numbered };
}

/** Adds a line to the block it goes on with, or as a new one. */
function addLine(blocks: Block[], line: string, isAfterBlank: boolean): void {
  const read = readLine(line);
  const last = blocks.at(-1);
  // Blank lines between the entries of a list do not end it, so that its numbers go on.
  if (read.tag === "ul" && last?.tag === "ul") last.entries.push([read.text]);
  else if (read.tag === "ol" && last?.tag === "ol" && read.number === last.entries.length + 1)
    last.entries.push([read.text]);
  else if (read.tag === "ul" || (read.tag === "ol" && read.number === 1))
    blocks.push({ tag: read.tag, entries: [[read.text]] });
  else if (read.tag === "h2" || read.tag === "h3") blocks.push({ tag: read.tag, lines: [read.text] });
  else if (last && "entries" in last && !isAfterBlank) last.entries.at(-1)?.push(line);
  else if (last?.tag === "p" && !isAfterBlank) last.lines.push(line);
  else blocks.push({ tag: "p", lines: [line] });
}

function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let isAfterBlank = true;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === "") {
      isAfterBlank = true;
      continue;
    }
    addLine(blocks, line, isAfterBlank);
    isAfterBlank = false;
  }
  return blocks;
}

const ENTITIES: [string, string][] = [
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
  ["&nbsp;", "\u00a0"],
  ["&amp;", "&"],
];

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function unescapeHtml(html: string): string {
  return ENTITIES.reduce((text, [entity, sign]) => text.replaceAll(entity, sign), html);
}

/** The HTML of a typed text: `h2`, `h3`, `p`, `br`, `ul`, `ol` and `li` without attributes, all words escaped. */
export function markupToHtml(text: string): string {
  return readBlocks(text)
    .map((block) => {
      const inner =
        "entries" in block
          ? block.entries.map((entry) => `<li>${entry.map(escapeHtml).join("<br>")}</li>`).join("")
          : block.lines.map(escapeHtml).join("<br>");
      return `<${block.tag}>${inner}</${block.tag}>`;
    })
    .join("");
}

/** Writes tags as the signs an agent types; one of these reads one HTML, since it counts the entries of its lists. */
function createTagWriter(): (tag: string, isEnd: boolean) => string {
  const lists: { isNumbered: boolean; count: number }[] = [];
  return (tag, isEnd) => {
    switch (tag) {
      case "h2":
      case "h3":
        return isEnd ? "\n\n" : `\n\n${tag === "h2" ? "##" : "###"} `;
      case "br":
        return "\n";
      case "ul":
      case "ol":
        if (isEnd) lists.pop();
        else lists.push({ isNumbered: tag === "ol", count: 0 });
        return "\n\n";
      case "li": {
        const list = lists.at(-1);
        if (isEnd || !list) return "";
        list.count += 1;
        return list.isNumbered ? `\n${list.count}. ` : "\n- ";
      }
      case "p":
      case "div":
      case "tr":
        return "\n\n";
      default:
        return "";
    }
  };
}

/** The text to type for an HTML. What `markupToHtml` made comes back as it reads; of other HTML only the words are kept. */
export function htmlToMarkup(html: string): string {
  const write = createTagWriter();
  const text = html
    .replace(/\s+/g, " ")
    .replace(/<(\/?)([a-z][a-z0-9]*)[^>]*>/gi, (_whole, slash: string, tag: string) =>
      write(tag.toLowerCase(), slash !== ""),
    );
  return unescapeHtml(text)
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A text without the headings that nothing stands under. */
export function withoutEmptyHeadings(text: string): string {
  const lines = text.split(/\r?\n/);
  const kept = lines.filter((line, at) => {
    if (!HEADING.test(line.trim())) return true;
    const next = lines.slice(at + 1).find((other) => other.trim() !== "");
    return next !== undefined && !HEADING.test(next.trim());
  });
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
