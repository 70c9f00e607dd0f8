import { createHash } from "node:crypto";
import { toStorableText } from "./storable-text";

/** A phrase as it is stored: one form of each accent, single spaces, none at the ends. */
export function tidyPhrase(phrase: string): string {
  return toStorableText(phrase)
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** The phrases without those that differ from an earlier one in capitals only. */
export function withoutRepeats(phrases: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const phrase of phrases) if (!first.has(phrase.toLowerCase())) first.set(phrase.toLowerCase(), phrase);
  return [...first.values()];
}

/** Why a phrase cannot be used, or null. `longest` in characters. */
export function problemWithPhrase(phrase: string, longest: number): string | null {
  if (!/[\p{L}\p{N}]/u.test(phrase)) return `"${phrase}" has neither a letter nor a digit`;
  if (phrase.length > longest) return `"${phrase.slice(0, longest)}…" is longer than ${longest} characters`;
  return null;
}

/** A short id that the same parts always give. */
export function idFrom(parts: readonly (string | null)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
}
