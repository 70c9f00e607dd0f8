import { parseDocument } from "yaml";

/** `values` is what stands between the lines of dashes; `reason` names a line of the file. */
export type FrontMatter = { values: Record<string, unknown>; body: string } | { reason: string };

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/** Parts a Markdown file from the YAML at its beginning, if it has such. */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return { values: {}, body: text };
  const rest = text.slice(opening.length);
  const closing = CLOSING.exec(rest);
  if (!closing) return { reason: 'line 1: the front matter has no end (a line of "---")' };
  // Without aliases: a few of them can stand for more text than fits into memory.
  const document = parseDocument(rest.slice(0, closing.index), { prettyErrors: false, stringKeys: true });
  const [error] = document.errors;
  if (error) {
    const before = rest.slice(0, error.pos[0]).split("\n").length;
    return { reason: `line ${before + 1}: ${error.message}` };
  }
  let values: unknown;
  try {
    values = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    return { reason: "line 1: the front matter uses aliases" };
  }
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    return { reason: "line 2: the front matter is not a list of keys with values" };
  }
  return { values: { ...values }, body: rest.slice(closing.index + closing[0].length).replace(/^\r?\n/, "") };
}
