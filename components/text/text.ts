import { en } from "./en";
import { fr } from "./fr";

/** Every word the interface shows. English is the shape; the other languages follow it by type. */
export type Text = typeof en;

/** The interface languages, each by its own name. */
export const INTERFACE_LANGUAGES = [
  { tag: "en", name: "English" },
  { tag: "fr", name: "Français" },
] as const;

/** The texts for a BCP 47 tag, judged by its first part; English for a language without texts. */
export function textFor(language: string): Text {
  return language.toLowerCase().split("-")[0] === "fr" ? fr : en;
}
