import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { directionOf } from "../../../components/text/direction";
import { en } from "../../../components/text/en";
import { fr } from "../../../components/text/fr";
import { INTERFACE_LANGUAGES, loadText, wantedLanguages } from "../../../components/text/text";
import { ALL_PATHS, LANGUAGES, pathsOf, readingsOf, TRANSLATIONS, textAt } from "./languages";

const COMPONENTS = join(import.meta.dirname, "../../../components");

/** All of the components, with short names for a part of the texts written out: `wording.title` as `text.news.title`. */
function sources(): string {
  return readdirSync(COMPONENTS, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/^text\/[a-z]{2}(-panel|\/.*)?\.ts$|^text\/[a-z]{2}\//.test(name))
    .map((name) => writtenOut(readFileSync(join(COMPONENTS, name), "utf8")))
    .join("\n");
}

function writtenOut(source: string): string {
  const assigned = [...source.matchAll(/\bconst (\w+)(?::[^=\n]+)? = (?:\w+\.)*text((?:\.\w+)+);/g)];
  const taken = [...source.matchAll(/\bconst \{([^}]+)\} = (?:\w+\.)*text((?:\.\w+)*);/g)].flatMap(
    ([whole, names = "", path = ""]) =>
      names.split(",").map((name) => [whole, name.trim(), `${path}.${name.trim()}`] as const),
  );
  const opened = [...source.matchAll(/\{ ([\w, ]+) \}: (?:Whole)?Text\b/g)].flatMap(([whole, names = ""]) =>
    names.split(", ").map((name) => [whole, name, `.${name}`] as const),
  );
  const passed = [...source.matchAll(/\b(\w+): (?:Whole)?Text((?:\["\w+"\])+)/g)].map(
    ([whole, name, path = ""]) => [whole, name, path.replace(/\["(\w+)"\]/g, ".$1")] as const,
  );
  return [...assigned, ...taken, ...opened, ...passed].reduce(
    (text, [, name, path]) => text.replace(new RegExp(`(?<![.\\w])${name}\\.(?=\\w)`, "g"), `text${path}.`),
    source,
  );
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
  "flag.outcomes",
  "flag.told",
  "insert.reasons",
  "health.lacking",
  "health.outcomes",
  "sync.problems",
  "sync.unsent.names",
  "options.outcomes",
  "hosts.outcomes",
  "suggesting.choices",
  "learning.kinds",
  "learning.states",
  "terms.places",
  "notice.badge",
  "firstRun.sample",
  "firstRun.changes",
  "keys.names",
  "keys.groups",
  "capture.states",
  "gap.problems",
  "gap.only",
  "insert.marks",
  "flag.told",
  "flag.outcomes",
  "search.filterNames",
  "news.changes",
  "notice.severities",
  "notice.handled",
  "situation.roles",
];
/** Picked by the name of an outcome or a state (`text.copy[outcome]`, `text.flag[problem]`), or handed on with their group. */
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
  "hosts.removed",
  "hosts.addFailed",
  "article.image",
  "article.imageUndescribed",
];

test("each language is a folder, a file beside it, and an entry in the list", () => {
  const folders = readdirSync(join(COMPONENTS, "text"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

  expect(new Set(INTERFACE_LANGUAGES.map(({ tag }) => tag))).toEqual(new Set(folders));
  for (const folder of folders) {
    expect(readdirSync(join(COMPONENTS, "text", folder)).sort()).toEqual(
      readdirSync(join(COMPONENTS, "text/en")).sort(),
    );
  }
});

test.each(LANGUAGES)("$tag has exactly the texts that English has, and none is empty", ({ text }) => {
  expect(new Set(pathsOf(text))).toEqual(new Set(ALL_PATHS));
  expect(ALL_PATHS.filter((path) => readingsOf(textAt(text, path)).every((reading) => reading.trim() === ""))).toEqual(
    [],
  );
});

test.each(TRANSLATIONS)("$tag is given the values that English is given, and writes as many of them", ({ text }) => {
  const lost = ALL_PATHS.filter((path) => {
    const [english, own] = [textAt(en, path), textAt(text, path)];
    if (typeof english !== "function" || typeof own !== "function") return typeof english !== typeof own;
    return english.length !== own.length || valuesIn(english).length !== valuesIn(own).length;
  });

  expect(lost).toEqual([]);
});

/** Which of the words given to a text stand in what it writes, whatever their case. */
function valuesIn(text: unknown): string[] {
  return [
    ...new Set(
      readingsOf(text)
        .join(" ")
        .toUpperCase()
        .match(/WORD\d/g),
    ),
  ];
}

test("every text is used", () => {
  const source = sources();

  const unused = ALL_PATHS.filter((path) => {
    const isPicked = PICKED_BY_VALUE.some((group) => path.startsWith(`${group}.`)) || PICKED_BY_OUTCOME.includes(path);
    return !isPicked && !names(source, `text.${path}`);
  });

  expect(unused).toEqual([]);
});

/** Whether the source reaches exactly this path: `text.flag.flag`, not `text.flag.flagged`. */
function names(source: string, path: string): boolean {
  return new RegExp(`${path.replaceAll(".", "\\.")}\\b`).test(source);
}

test("the first part of a tag decides, and the tag itself stays for dates and numbers", async () => {
  expect(await loadText(["fr-CA"])).toEqual({ language: "fr-CA", direction: "ltr", text: fr });
  expect(await loadText(["FR"])).toMatchObject({ text: fr });
  expect(await loadText(["en-GB"])).toMatchObject({ language: "en-GB", text: en });
});

test("without texts in the browser's language, the next of the agent's languages is taken, and English after them", async () => {
  expect(await loadText(["nl", "fr-BE", "en"])).toMatchObject({ language: "fr-BE", text: fr });
  expect(await loadText(["nl"])).toMatchObject({ language: "en", text: en });
});

test("English stands in for texts that cannot be fetched", async () => {
  vi.resetModules();
  const { INTERFACE_LANGUAGES, loadText } = await import("../../../components/text/text");
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const french = INTERFACE_LANGUAGES.find(({ tag }) => tag === "fr");
  if (french) vi.spyOn(french, "fetchText").mockRejectedValue(new TypeError("the file is gone"));

  expect(await loadText(["fr"])).toMatchObject({ language: "en", direction: "ltr" });
});

test("a chosen language is the only one wanted; otherwise the browser's own comes before those of its pages", () => {
  const spoken = { language: "de", languages: ["fr", "en"] };

  expect(wantedLanguages("es", spoken)).toEqual(["es"]);
  expect(wantedLanguages(null, spoken)).toEqual(["de", "fr", "en"]);
});

test("the direction is the language's own", () => {
  expect(directionOf("ar")).toBe("rtl");
  expect(directionOf("he-IL")).toBe("rtl");
  expect(directionOf("fr-CA")).toBe("ltr");
  expect(directionOf("not a tag")).toBe("ltr");
});
