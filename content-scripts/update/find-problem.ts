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

/** Stands in the fragment that selectors are tried on, where no selector of an update has a reason to find it. */
const LAST = "souffleur-last";

function createTrialFragment(document: Document): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(document.createElement(LAST));
  return fragment;
}

/** What a selector finds first; undefined when the browser does not know it. */
function query(fragment: DocumentFragment, selector: string): Element | null | undefined {
  try {
    return fragment.querySelector(selector);
  } catch {
    return undefined;
  }
}

function selectorProblem(selector: string, fragment: DocumentFragment): string | null {
  if (query(fragment, selector) === undefined) return "is no selector that this browser knows";
  // What is left open the browser closes at the end. In a list it would swallow those behind it, which the reader joins.
  const swallows = !query(fragment, `${selector}, ${LAST}`) || query(fragment, `${selector})`) !== undefined;
  return swallows ? "leaves a bracket, a quote or a comment open" : null;
}

function patternProblem(pattern: string): string | null {
  try {
    new RegExp(pattern, "iu");
    return null;
  } catch {
    return "is no pattern that this browser knows";
  }
}

function findInText(text: string, path: Path, fragment: DocumentFragment): string | null {
  const name = path.at(-1) ?? "";
  let problem: string | null = null;
  if (SELECTORS.test(name))
    problem = selectorProblem(path[0] === "root" ? text.replaceAll("{id}", "1") : text, fragment);
  else if (PATTERNS.test(name)) problem = patternProblem(text);
  return problem === null ? null : `${place(path)}: ${quote(text)} ${problem}.`;
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
    return findLooseRoot(update, bundled) ?? findInPart(update.reading, [], createTrialFragment(document));
  } catch {
    // Stored by another version of the extension.
    return "It is not of the form that this version reads.";
  }
}
