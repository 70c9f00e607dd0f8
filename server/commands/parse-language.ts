import { languageTagSchema } from "../../lib/contract/article";
import { CommandError } from "./command";

/** The language a `--language` names; null, for any language, when there is none. */
export function parseLanguage(text: string | undefined): string | null {
  if (text === undefined) return null;
  const language = languageTagSchema.safeParse(text);
  if (!language.success) throw new CommandError("--language: expected a language tag such as en or fr-CA.");
  return language.data;
}
