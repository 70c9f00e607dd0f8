/** What the schema cannot say of an update. Selectors are not checked here: only a browser knows which it understands. */
import type { PageReader } from "../../lib/contract/page-reader";
import { toStorableText } from "../storable-text";
import { writePath } from "./explain-issue";

/** A text of a reading, and where it stands there. */
export type Text = { path: PropertyKey[]; text: string };

const PATTERN_LISTS: ReadonlySet<PropertyKey | undefined> = new Set(["erase", "dropLines", "cutAt"]);

function textsIn(value: unknown, path: PropertyKey[]): Text[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((entry, at) => textsIn(entry, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, [...path, key]));
}

function isPattern({ path }: Text): boolean {
  return path.at(-1) === "pattern" || (path.includes("cleaning") && PATTERN_LISTS.has(path.at(-2)));
}

/** The patterns of a reading that are regular expressions or ought to be. */
export function patternsIn(reading: PageReader["reading"]): Text[] {
  return textsIn(reading, ["reading"]).filter(isPattern);
}

/** The rules of roles only test a text; all other entries with the key `pattern` keep its first group. */
function keepsGroup(path: readonly PropertyKey[]): boolean {
  return path.at(-1) === "pattern" && !path.includes("roles");
}

function patternProblem({ path, text }: Text): string | null {
  try {
    // The flags are those of the content scripts. The added alternative matches "", so that its groups can be counted.
    const groups = new RegExp(`${text}|`, "iu").exec("")?.length ?? 1;
    new RegExp(text, "iu");
    return keepsGroup(path) && groups < 2 ? "keeps its first group and has none: put ( ) around what is wanted" : null;
  } catch (error) {
    return `is not a regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function textProblem(each: Text): string | null {
  if (each.text !== toStorableText(each.text)) return "holds a character that cannot be stored";
  return isPattern(each) ? patternProblem(each) : null;
}

function nameOf(entry: unknown): string | null {
  const isNamed = typeof entry === "object" && entry !== null && "name" in entry && typeof entry.name === "string";
  return isNamed ? String(entry.name) : null;
}

/** Reports name the strategy that worked, so a name has to be clear within its list. */
function repeatedNames(value: unknown, path: PropertyKey[]): string[] {
  if (typeof value !== "object" || value === null) return [];
  const seen = new Set<string>();
  return Object.entries(value).flatMap(([key, entry]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    const name = Array.isArray(value) ? nameOf(entry) : null;
    const isRepeated = name !== null && seen.has(name);
    if (name !== null) seen.add(name);
    const own = isRepeated ? [`${writePath([...path, step, "name"])}: stands in this list twice`] : [];
    return [...own, ...repeatedNames(entry, [...path, step])];
  });
}

/** A pattern without its attribute would not be asked, and the rule would fit more messages than it says. */
function halfRules({ messages }: PageReader["reading"]): string[] {
  return (messages?.roles ?? []).flatMap(({ attribute, pattern }, at) =>
    (attribute === undefined) === (pattern === undefined)
      ? []
      : [`reading.messages.roles[${at}]: attribute and pattern go together, or both are left out`],
  );
}

/** One line for each entry that can do no good, with its path. */
export function checkReading({ helpdesk, reading }: Pick<PageReader, "helpdesk" | "reading">): string[] {
  if (textsIn(reading, []).length === 0) return ["reading: lists nothing; to take an update back, remove it"];
  const problems = textsIn(reading, ["reading"]).flatMap((each) => {
    const problem = textProblem(each);
    return problem === null ? [] : [`${writePath(each.path)}: ${problem}`];
  });
  // All open tickets may be in the page at once: without the id a root could be another's. Freshdesk's page shows one, and
  // says which.
  const roots = helpdesk === "freshdesk" ? [] : (reading.root ?? []);
  const withoutId = roots.flatMap(({ selector }, at) =>
    selector.includes("{id}") ? [] : [`reading.root[${at}].selector: has to contain {id}, the ticket's id`],
  );
  return [...problems, ...repeatedNames(reading, ["reading"]), ...halfRules(reading), ...withoutId];
}
