/** Whether a page-reader update can be used here: its form was parsed before it was stored, its words were not. */
import type { PageReader } from "../../lib/contract/page-reader";
import type { Adapter } from "../adapter";

/** What holds selectors, and what holds patterns, wherever in an update it stands. */
const SELECTORS = /^(?:selector|closest|on|when|untrusted|exclude|older|drop)$/;
const PATTERNS = /^(?:pattern|erase|dropLines|cutAt)$/;

/** Longest piece of a selector or pattern that a problem repeats. */
const SHOWN_LENGTH = 100;

type Path = string[];

/** The list a step stands in, as an author knows it: `messages.body`, `cleaning.drop`. */
const place = (path: Path) =>
  path.filter((step) => !/^(?:selector|closest|field|on|when|pattern)$/.test(step)).join(".");

const quote = (text: string) => `"${text.slice(0, SHOWN_LENGTH)}"`;

function findInText(text: string, path: Path, fragment: DocumentFragment): string | null {
  const name = path.at(-1) ?? "";
  try {
    if (SELECTORS.test(name)) fragment.querySelector(path[0] === "root" ? text.replaceAll("{id}", "1") : text);
    else if (PATTERNS.test(name)) new RegExp(text, "iu");
    return null;
  } catch {
    const kind = SELECTORS.test(name) ? "selector" : "pattern";
    return `${place(path)}: ${quote(text)} is no ${kind} that this browser knows.`;
  }
}

function findInList(list: unknown[], path: Path, fragment: DocumentFragment): string | null {
  const names = new Set<unknown>();
  for (const part of list) {
    const name = part !== null && typeof part === "object" && "name" in part ? part.name : undefined;
    if (name !== undefined && names.has(name))
      return `${place(path)}: the name ${quote(String(name))} stands there twice.`;
    names.add(name);
    const problem = findInPart(part, path, fragment);
    if (problem !== null) return problem;
  }
  return null;
}

function findInPart(part: unknown, path: Path, fragment: DocumentFragment): string | null {
  if (typeof part === "string") return findInText(part, path, fragment);
  if (Array.isArray(part)) return findInList(part, path, fragment);
  for (const [name, inner] of Object.entries(part ?? {})) {
    const problem = findInPart(inner, [...path, name], fragment);
    if (problem !== null) return problem;
  }
  return null;
}

/** A root without the ticket's id would fit any pane where nothing else says whose pane it is. */
function findLooseRoot({ reading }: PageReader, bundled: Adapter): string | null {
  if (bundled.reading.identity.length > 0) return null;
  const loose = (reading.root ?? []).find(({ selector }) => !selector.includes("{id}"));
  return loose === undefined ? null : `root: the selector of ${quote(loose.name)} does not hold {id}.`;
}

/** Why an update cannot be used for a bundled adapter's pages, in plain words; null when it can. Never throws. */
export function findProblem(bundled: Adapter, update: PageReader, document: Document): string | null {
  if (update.helpdesk !== bundled.helpdesk) return `It is for ${update.helpdesk}, not for ${bundled.helpdesk}.`;
  try {
    return findLooseRoot(update, bundled) ?? findInPart(update.reading, [], document.createDocumentFragment());
  } catch {
    // Stored by another version of the extension.
    return "It is not of the form that this version reads.";
  }
}
