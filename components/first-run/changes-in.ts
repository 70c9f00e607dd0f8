import type { Text } from "../text/text";

/** What changed for an agent in a version, by its first two numbers (`0-2`); nothing for a version without news. */
export function changesIn(text: Text, version: string): readonly string[] {
  const changes: Record<string, readonly string[]> = text.firstRun.changes;
  return changes[version.split(".", 2).join("-")] ?? [];
}
