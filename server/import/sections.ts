import { Parser } from "htmlparser2";
import { type ArticleSection, CELL_SEPARATOR } from "../../lib/contract/article";

const HEADING = /^h[1-6]$/;
const OWN_LINE = /^(p|ul|ol|li|dl|dt|dd|blockquote|pre|table|caption|tr|hr|br)$/;
const CELL = /^t[hd]$/;

/**
 * Cuts sanitised HTML at its headings into plain text, entities decoded. Paragraphs, list items and table rows stand
 * on lines of their own, cells are parted by CELL_SEPARATOR. The lead has the heading "" and comes only when it has text.
 */
export function toSections(bodyHtml: string): ArticleSection[] {
  const writer = createSectionWriter();
  const open: string[] = [];
  const isInside = (tag: RegExp) => open.some((name) => tag.test(name));
  const parser = new Parser({
    onopentagname: (name) => {
      if (HEADING.test(name)) writer.startSection();
      if (CELL.test(name)) writer.startCell();
      if (OWN_LINE.test(name)) writer.breakLine(isInside(CELL));
      open.push(name);
    },
    ontext: (text) => writer.write(isInside(/^pre$/) ? text : text.replace(/[ \t\r\n\f]+/g, " ")),
    onclosetag: (name) => {
      open.pop();
      if (HEADING.test(name)) writer.endHeading();
      if (OWN_LINE.test(name)) writer.breakLine(isInside(CELL));
    },
  });
  parser.end(bodyHtml);
  return writer.finish();
}

function createSectionWriter() {
  const sections: ArticleSection[] = [];
  let heading = "";
  let text = "";
  let isHeadingOpen = false;
  // Of `text`, so that a cell need not read through all of it.
  let isBlank = true;
  let isAtLineStart = true;

  function write(piece: string) {
    if (isHeadingOpen) heading += piece;
    else addText(piece);
  }
  function addText(piece: string) {
    text += piece;
    const tail = piece.slice(piece.lastIndexOf("\n") + 1);
    isBlank &&= piece.trim() === "";
    isAtLineStart = (isAtLineStart || tail.length < piece.length) && /^ *$/.test(tail);
  }
  function endSection() {
    const section = { heading: tidy(heading).replaceAll("\n", " "), text: tidy(text) };
    if (section.heading || section.text) sections.push(section);
    heading = "";
    text = "";
    isBlank = true;
    isAtLineStart = true;
  }
  return {
    write,
    /** Within a table cell a block only parts words, so that its row stays on one line. */
    breakLine: (isInCell: boolean) => write(isInCell || isHeadingOpen ? " " : "\n"),
    startCell: () => write(isBlank || isAtLineStart ? "" : CELL_SEPARATOR),
    startSection: () => {
      endSection();
      isHeadingOpen = true;
    },
    endHeading: () => {
      isHeadingOpen = false;
    },
    finish: () => {
      endSection();
      return sections;
    },
  };
}

function tidy(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/ {2,}/g, " ").trim());
  return lines.filter((line) => line !== "").join("\n");
}
