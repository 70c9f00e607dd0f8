import { Parser } from "htmlparser2";

/** No text is nested deeper; what is was made to exhaust whoever reads it. */
const MAX_DEPTH = 256;

/** The HTML as it is, or its bare text when it is nested beyond all measure: readers slow down with the depth. */
export function flattenIfDeep(html: string): string {
  return isTooDeep(html) ? html.replace(/<[^<>]*>?/g, " ") : html;
}

function isTooDeep(html: string): boolean {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentagname() {
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (deepest > MAX_DEPTH) parser.pause();
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.write(html);
  return deepest > MAX_DEPTH;
}
