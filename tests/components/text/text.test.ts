import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { en } from "../../../components/text/en";
import { fr } from "../../../components/text/fr";
import { textFor } from "../../../components/text/text";

type Node = { [key: string]: unknown };

function isGroup(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function keysOf(group: Node, path = ""): string[] {
  return Object.entries(group).flatMap(([key, value]) =>
    isGroup(value) ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  );
}

function sources(): string {
  const folder = join(import.meta.dirname, "../../../components");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/text\/(en|fr)(\/.*)?\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

/** Groups whose entries are picked by a value of the contract, so that the source names the group only. */
const PICKED_BY_VALUE = [
  "ticket.parts",
  "card.kinds",
  "card.audiences",
  "card.audienceHints",
  "copy.noAddress",
  "flag.states",
  "flag.reasons",
  "insert.reasons",
  "health.lacking",
  "health.outcomes",
  "sync.problems",
  "options.outcomes",
  "hosts.outcomes",
  "suggesting.choices",
  "learning.kinds",
  "learning.states",
  "terms.places",
];
/** Entries picked by the name of an outcome or a state: `text.copy[outcome]`, `text.flag[problem]`. */
const PICKED_BY_OUTCOME = [
  "copy.copied",
  "copy.failed",
  "flag.notSaved",
  "flag.tooLate",
  "health.well",
  "health.notRead",
  "access.allowed",
  "access.refused",
  "hosts.allowRefused",
  "hosts.removeFailed",
];

test("both languages have exactly the same keys", () => {
  expect(keysOf(fr)).toEqual(keysOf(en));
});

test("no text is empty or left in English", () => {
  const same = keysOf(en).filter((key) => {
    const [mine, theirs] = [read(en, key), read(fr, key)];
    return mine === "" || theirs === "" || (typeof mine === "string" && mine === theirs);
  });

  // Words that the two languages share.
  expect(same).toEqual([
    "card.kinds.faq",
    "card.audiences.public",
    "article.version",
    "article.imageUndescribed",
    "sync.options",
    "options.endpointPlaceholder",
    "suggesting.title",
  ]);
});

test("every text is used", () => {
  const source = sources();

  const unused = keysOf(en).filter((key) => {
    const isPicked = PICKED_BY_VALUE.some((group) => key.startsWith(`${group}.`)) || PICKED_BY_OUTCOME.includes(key);
    const shortened = `wording.${key.split(".").slice(1).join(".")}`;
    return !isPicked && !names(source, `text.${key}`) && !names(source, shortened);
  });

  expect(unused).toEqual([]);
});

test("the first part of the tag decides, and English stands in for the rest", () => {
  expect(textFor("fr-CA")).toBe(fr);
  expect(textFor("FR")).toBe(fr);
  expect(textFor("en-GB")).toBe(en);
  expect(textFor("nl")).toBe(en);
});

test("plurals follow the language: zero is singular in French, not in English", () => {
  expect(en.search.results(0)).toBe("0 results");
  expect(fr.search.results(0)).toBe("0 résultat");
  expect(fr.search.results(2)).toBe("2 résultats");
});

test("French keeps a no-break space before double punctuation", () => {
  const french = keysOf(fr)
    .map((key) => read(fr, key))
    .filter((value): value is string => typeof value === "string");

  expect(french.filter((value) => / [?!:;»]|« /.test(value))).toEqual([]);
});

function read(group: Node, key: string): unknown {
  return key.split(".").reduce<unknown>((value, part) => (isGroup(value) ? value[part] : undefined), group);
}

/** Whether the source reaches exactly this path: `text.flag.flag`, not `text.flag.flagged`. */
function names(source: string, path: string): boolean {
  return new RegExp(`${path.replaceAll(".", "\\.")}\\b`).test(source);
}
