import type { CategoryRow } from "../db/content-schema";

/** Days after which an article is to be verified again where neither it nor a category says otherwise. */
export const DEFAULT_VERIFY_EVERY_DAYS = 90;

/** What stands between the steps of a category written as one text. */
const STEP_SEPARATOR = " > ";

export type CategorySettings = Pick<CategoryRow, "isSensitive" | "verifyEveryDays" | "owner">;

/** Settings by the key of their category. */
export type SettingsByKey = ReadonlyMap<string, CategorySettings>;

/** The category's path as one text, which is its key. */
export function keyOfPath(path: readonly string[]): string {
  return path.join(STEP_SEPARATOR);
}

/** The path a key names: its steps, without empty ones. */
export function pathOfKey(key: string): string[] {
  const steps = key.split(">").map((step) => step.trim());
  return steps.filter((step) => step !== "");
}

/** A setting of the category or else of its nearest ancestor that has it; null when none has. */
export function nearestSetting<Name extends keyof CategorySettings>(
  settings: SettingsByKey,
  path: readonly string[],
  name: Name,
): CategorySettings[Name] {
  for (let length = path.length; length > 0; length -= 1) {
    const found = settings.get(keyOfPath(path.slice(0, length)))?.[name] ?? null;
    if (found !== null) return found;
  }
  return null;
}

/** After how many days an article is to be verified again: its own word, else its category's, else 90. */
export function verifyDaysOf(
  settings: SettingsByKey,
  { ownVerifyEveryDays, category }: { ownVerifyEveryDays: number | null; category: readonly string[] },
): number {
  return ownVerifyEveryDays ?? nearestSetting(settings, category, "verifyEveryDays") ?? DEFAULT_VERIFY_EVERY_DAYS;
}
