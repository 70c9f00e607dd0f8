import { type Direction, directionOf } from "./direction";
import type { en } from "./en";

/** Every word the interface shows. English is the shape; the other languages follow it by type. */
export type Text = typeof en;

/** Texts with the language they are in: dates, numbers and the page's `lang` and `dir` follow the words. */
export type InterfaceText = {
  /** BCP 47 tag, with the region that was asked for: `fr-CA`. */
  language: string;
  direction: Direction;
  text: Text;
};

type InterfaceLanguage = { tag: string; name: string; fetchText(): Promise<Text> };

const ENGLISH: InterfaceLanguage = {
  ...{ tag: "en", name: "English" },
  fetchText: async () => (await import("./en")).en,
};

/** The interface languages, each by its own name. Each is fetched by itself, when it is the one in use. */
export const INTERFACE_LANGUAGES: readonly InterfaceLanguage[] = [
  ENGLISH,
  { tag: "fr", name: "Français", fetchText: async () => (await import("./fr")).fr },
  { tag: "de", name: "Deutsch", fetchText: async () => (await import("./de")).de },
  { tag: "es", name: "Español", fetchText: async () => (await import("./es")).es },
];

/**
 * Fetches the texts of the first of these BCP 47 tags that has any, judged by its first part; English when none has, or
 * when they cannot be fetched. Rejects when there is no English either: the extension was replaced under an open page.
 */
export async function loadText(wanted: readonly string[]): Promise<InterfaceText> {
  for (const tag of wanted) {
    const language = INTERFACE_LANGUAGES.find((each) => each.tag === tag.toLowerCase().split("-")[0]);
    if (!language) continue;
    try {
      return withDirection(tag, await textOf(language));
    } catch (cause) {
      console.error(cause);
      break;
    }
  }
  return withDirection(ENGLISH.tag, await textOf(ENGLISH));
}

const fetched = new Map<string, Text>();

async function textOf({ tag, fetchText }: InterfaceLanguage): Promise<Text> {
  const text = fetched.get(tag) ?? (await fetchText());
  fetched.set(tag, text);
  return text;
}

/** Fetches all of them, so that each is there at once later. */
export async function loadAllTexts(): Promise<void> {
  await Promise.all(INTERFACE_LANGUAGES.map(textOf));
}

function withDirection(language: string, text: Text): InterfaceText {
  return { language, direction: directionOf(language), text };
}

/** Tells the page the language of its words, and which way it is written. */
export function setPageLanguage(page: Document, { language, direction }: InterfaceText): void {
  page.documentElement.lang = language;
  page.documentElement.dir = direction;
}

/** The tags to try for an agent's choice; null is the browser's own language, then those its pages are asked for in. */
export function wantedLanguages(chosen: string | null, spoken: Pick<Navigator, "language" | "languages">): string[] {
  return chosen === null ? [spoken.language, ...spoken.languages] : [chosen];
}
