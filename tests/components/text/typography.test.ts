/** How each language writes, held against every text, with and without values in it. */
import { expect, test } from "vitest";
import { en } from "../../../components/text/en";
import { fr } from "../../../components/text/fr";
import { ALL_PATHS, LANGUAGES, readingsOf, TRANSLATIONS, textAt } from "./languages";

/** Shared with English in every language: names, addresses, and words that are the same. */
const SAME_AS_ENGLISH: Record<string, string[]> = {
  fr: [
    "card.kinds.faq",
    "card.audiences.public",
    "article.version",
    "article.tags",
    "article.imageUndescribed",
    "sync.options",
    "options.endpointPlaceholder",
    "suggesting.title",
    "notice.severities.important",
  ],
  de: ["keys.names.Enter", "keys.names.Escape", "options.endpointPlaceholder"],
  es: ["article.no", "keys.names.Escape", "options.endpointPlaceholder"],
};

type Rule = { name: string; broken: RegExp };

const EVERYWHERE: Rule[] = [
  { name: "apostrophes and quotes are curved", broken: /['"]/ },
  { name: "there are no two spaces in a row, and none at the ends", broken: /^\s|\s$| {2}/ },
  { name: "three dots are one sign", broken: /\.\.\./ },
  { name: "nothing is shouted", broken: /!/ },
];

const RULES: Record<string, Rule[]> = {
  en: [{ name: "no space before punctuation", broken: /[ \u00a0\u202f][?!:;,.](?=\s|$)/ }],
  fr: [
    {
      name: "a no-break space before double punctuation",
      broken: /(?:[^\u00a0\u202f]|^)[?!;»]| :|[^\u00a0\u202f\d/]:(?=\s|$)/,
    },
    { name: "a no-break space after an opening quote", broken: /«[^\u00a0\u202f]/ },
    { name: "no quotes of other languages", broken: /[“„]/ },
  ],
  de: [
    { name: "quotes open low and close high", broken: /[«»”]|^[^„]*“|„[^“]*$/ },
    { name: "no space before punctuation", broken: /[ \u00a0\u202f][?!:;,.](?=\s|$)/ },
    { name: "agents are addressed formally", broken: /\b(?:du|dich|dir|dein\w*|euch|euer|eure\w*)\b/i },
  ],
  es: [
    { name: "angular quotes, without a space after them", broken: /[“”„]|«\s/ },
    { name: "a question opens as it closes", broken: /^[^¿]*\?/ },
    { name: "no space before punctuation", broken: /[ \u00a0\u202f][?!:;,.](?=\s|$)/ },
    { name: "agents are addressed formally", broken: /\b(?:tú|tu|tus|contigo|vosotros|vuestr\w*)\b/i },
  ],
};

function broken(tag: string, { broken }: Rule): string[] {
  const text = LANGUAGES.find((language) => language.tag === tag)?.text ?? en;
  return ALL_PATHS.flatMap((path) => readingsOf(textAt(text, path)).map((reading) => `${path}: ${reading}`)).filter(
    (line) => broken.test(line.slice(line.indexOf(": ") + 2)),
  );
}

test.each(LANGUAGES.flatMap(({ tag }) => [...EVERYWHERE, ...(RULES[tag] ?? [])].map((rule) => ({ tag, ...rule }))))(
  "$tag: $name",
  (rule) => {
    expect(broken(rule.tag, rule)).toEqual([]);
  },
);

test.each(TRANSLATIONS)("$tag leaves nothing in English", ({ tag, text }) => {
  const same = ALL_PATHS.filter((path) => {
    const own = textAt(text, path);
    return typeof own === "string" && own === textAt(en, path);
  });

  expect(same.filter((path) => !SAME_AS_ENGLISH[tag]?.includes(path))).toEqual([]);
});

test("plurals follow the language: zero is singular in French, not in English", () => {
  expect(en.search.results(0)).toBe("0 results");
  expect(fr.search.results(0)).toBe("0 résultat");
  expect(fr.search.results(2)).toBe("2 résultats");
});
