import { type Direction, directionOf } from "./direction";
import type { en } from "./en";
import type { enPanel } from "./en-panel";

/** Every word the panel shows. English is the shape; the other languages follow it by type. */
export type Text = typeof enPanel;

/** Every word the interface shows, those of the options page included. */
export type WholeText = typeof en;

/** Texts with the language they are in: dates, numbers and the page's `lang` and `dir` follow the words. */
export type InterfaceText<Words = Text> = {
  /** BCP 47 tag, with the region that was asked for: `fr-CA`. */
  language: string;
  direction: Direction;
  text: Words;
};

type InterfaceLanguage = {
  tag: string;
  name: string;
  fetchText(): Promise<WholeText>;
  /** What the panel needs of it, which loads before its first picture. */
  fetchPanelText(): Promise<Text>;
};

const ENGLISH: InterfaceLanguage = {
  ...{ tag: "en", name: "English" },
  fetchText: async () => (await import("./en")).en,
  fetchPanelText: async () => (await import("./en-panel")).enPanel,
};

/** The interface languages, each by its own name. Each is fetched by itself, when it is the one in use. */
export const INTERFACE_LANGUAGES: readonly InterfaceLanguage[] = [
  ENGLISH,
  {
    ...{ tag: "fr", name: "Français" },
    fetchText: async () => (await import("./fr")).fr,
    fetchPanelText: async () => (await import("./fr-panel")).frPanel,
  },
  {
    ...{ tag: "de", name: "Deutsch" },
    fetchText: async () => (await import("./de")).de,
    fetchPanelText: async () => (await import("./de-panel")).dePanel,
  },
  {
    ...{ tag: "es", name: "Español" },
    fetchText: async () => (await import("./es")).es,
    fetchPanelText: async () => (await import("./es-panel")).esPanel,
  },
];

/**
 * Fetches the texts of the first of these BCP 47 tags that has any, judged by its first part; English when none has, or
 * when they cannot be fetched. Rejects when there is no English either: the extension was replaced under an open page.
 */
export function loadText(wanted: readonly string[]): Promise<InterfaceText<WholeText>> {
  return load(wanted, textOf);
}

/** As `loadText`, for the panel alone. */
export function loadPanelText(wanted: readonly string[]): Promise<InterfaceText> {
  return load(wanted, (language) => language.fetchPanelText());
}

async function load<Words>(wanted: readonly string[], fetchFrom: (language: InterfaceLanguage) => Promise<Words>) {
  for (const tag of wanted) {
    const language = INTERFACE_LANGUAGES.find((each) => each.tag === tag.toLowerCase().split("-")[0]);
    if (!language) continue;
    try {
      return withDirection(tag, await fetchFrom(language));
    } catch (cause) {
      console.error(cause);
      break;
    }
  }
  return withDirection(ENGLISH.tag, await fetchFrom(ENGLISH));
}

const fetched = new Map<string, WholeText>();

async function textOf({ tag, fetchText }: InterfaceLanguage): Promise<WholeText> {
  const text = fetched.get(tag) ?? (await fetchText());
  fetched.set(tag, text);
  return text;
}

/** Fetches all of them, so that each is there at once later. */
export async function loadAllTexts(): Promise<void> {
  await Promise.all(INTERFACE_LANGUAGES.map(textOf));
}

function withDirection<Words>(language: string, text: Words): InterfaceText<Words> {
  return { language, direction: directionOf(language), text };
}

/** Tells the page the language of its words, and which way it is written. */
export function setPageLanguage(page: Document, { language, direction }: InterfaceText<unknown>): void {
  page.documentElement.lang = language;
  page.documentElement.dir = direction;
}

/** The tags to try for an agent's choice; null is the browser's own language, then those its pages are asked for in. */
export function wantedLanguages(chosen: string | null, spoken: Pick<Navigator, "language" | "languages">): string[] {
  return chosen === null ? [spoken.language, ...spoken.languages] : [chosen];
}
