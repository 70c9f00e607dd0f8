/** Languages told by their script alone, and letters that only some languages of the Latin script have. */

type ScriptRule = { letters: RegExp; language: string };

/** The more particular rule comes first: kana before ideographs, the letters of Ukrainian before Cyrillic. */
const SCRIPTS: ScriptRule[] = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: "ja" },
  { letters: /\p{Script=Hangul}/gu, language: "ko" },
  { letters: /\p{Script=Han}/gu, language: "zh" },
  { letters: /\p{Script=Thai}/gu, language: "th" },
  { letters: /\p{Script=Hebrew}/gu, language: "he" },
  { letters: /[پچژگ]/g, language: "fa" },
  { letters: /\p{Script=Arabic}/gu, language: "ar" },
  { letters: /\p{Script=Greek}/gu, language: "el" },
  { letters: /[іїєґ]/gi, language: "uk" },
  { letters: /\p{Script=Cyrillic}/gu, language: "ru" },
  { letters: /\p{Script=Devanagari}/gu, language: "hi" },
];

/** A script must make up this share of the letters; the letters that tell a language within a script, this much less. */
const MIN_SHARE = 0.3;
const MIN_TELLING_SHARE = 0.03;
const TELLING = new Set(["ja", "fa", "uk"]);

/** The language that a text's script tells, null for the Latin script and for scripts of many languages. */
export function languageOfScript(text: string): string | null {
  const letterCount = text.match(/\p{L}/gu)?.length ?? 0;
  if (letterCount === 0) return null;
  for (const { letters, language } of SCRIPTS) {
    const share = (text.match(letters)?.length ?? 0) / letterCount;
    if (share >= (TELLING.has(language) ? MIN_TELLING_SHARE : MIN_SHARE)) return language;
  }
  return null;
}

/** Letters and signs with the languages they speak for; "other" stands for languages without stems here. */
export const TELLING_LETTERS: [letters: RegExp, languages: string[]][] = [
  [/ß/g, ["de"]],
  [/[äöü]/gi, ["de"]],
  [/[ñ¿¡]/gi, ["es"]],
  [/[ãõ]/gi, ["pt"]],
  [/[œùûîêë]/gi, ["fr"]],
  [/[èà]/gi, ["fr", "it"]],
  [/ç/gi, ["fr", "pt"]],
  [/[ìò]/gi, ["it"]],
  [/[íúó]/gi, ["es", "pt"]],
  [/[åøłőűşğıčřžšęąćśźżđěůțșāēīū]/gi, ["other"]],
];
