import { en } from "../../../components/text/en";
import { INTERFACE_LANGUAGES, type WholeText } from "../../../components/text/text";

/** Each language with its texts. */
export const LANGUAGES: { tag: string; text: WholeText }[] = await Promise.all(
  INTERFACE_LANGUAGES.map(async ({ tag, fetchText }) => ({ tag, text: await fetchText() })),
);

/** The languages that follow English. */
export const TRANSLATIONS = LANGUAGES.filter(({ tag }) => tag !== "en");

type Group = { [key: string]: unknown };

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null;
}

/** The path of every text: `options.outcomes.tls.hint`. */
export function pathsOf(group: Group, path = ""): string[] {
  return Object.entries(group).flatMap(([key, value]) =>
    isGroup(value) ? pathsOf(value, `${path}${key}.`) : [`${path}${key}`],
  );
}

export const ALL_PATHS = pathsOf(en);

/** The text at a path. */
export function textAt(group: Group, path: string): unknown {
  return path.split(".").reduce<unknown>((value, part) => (isGroup(value) ? value[part] : undefined), group);
}

/** What stands in a text for a value that is given: words in one test, numbers in another. */
export type Given = (position: number) => unknown;

/**
 * What a text reads with these values; the text itself when it takes none. Null where the values are of the wrong kind for
 * it: a text of a number is not written with words.
 */
export function written(value: unknown, given: Given): string | null {
  if (typeof value === "string") return value;
  if (typeof value !== "function") return null;
  try {
    const answer: unknown = value(...Array.from({ length: value.length }, (_, position) => given(position)));
    return typeof answer === "string" ? answer : null;
  } catch {
    // Of the wrong kind.
    return null;
  }
}

/** Each text as it can read: as it stands, or with words, with one, and with several in it. */
export function readingsOf(value: unknown): string[] {
  const given: Given[] = [(position) => `WORD${position}`, () => 1, () => 3, () => 0];
  const readings = given.map((each) => written(value, each)).filter((reading) => reading !== null);
  return [...new Set(readings)].filter((reading) => !/NaN|undefined/.test(reading));
}
