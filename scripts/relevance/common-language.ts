import type { BeirQuery } from "./beir";

/** The language most of the tickets say they are in; articles that name none are taken to be in it. English without any. */
export function commonLanguage(queries: BeirQuery[]): string {
  const counts = new Map<string, number>();
  for (const { metadata } of queries) {
    if (metadata.lang) counts.set(metadata.lang, (counts.get(metadata.lang) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "en";
}
