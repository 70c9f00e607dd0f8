import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "../../lib/contract/zod";

export type ColorScheme = "light" | "dark";

/** A profile folder. `release` removes it when it was made here, and leaves a folder the caller named. */
export type Profile = { userDataDir: string; release(): void };

/** Uses the folder named, or makes one that goes away on release, at the latest when this process ends. */
export function prepareProfile(userDataDir: string | undefined): Profile {
  if (userDataDir !== undefined) {
    mkdirSync(userDataDir, { recursive: true });
    // Left by the browser's last run; the port of this run must not be taken from it.
    rmSync(join(userDataDir, "DevToolsActivePort"), { force: true });
    return { userDataDir, release: () => undefined };
  }
  const made = mkdtempSync(join(tmpdir(), "souffleur-profile-"));
  // The browser's last child processes may still be writing when the first attempt is made.
  const remove = () => rmSync(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once("exit", remove);
  return {
    userDataDir: made,
    release() {
      process.off("exit", remove);
      remove();
    },
  };
}

const preferencesSchema = z.record(z.string(), z.unknown());
const sectionSchema = preferencesSchema.catch({});

function readPreferences(path: string): Record<string, unknown> {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // A new profile has none.
    return {};
  }
}

function languagePreference(locale: string) {
  const languages = [...new Set([locale, locale.split("-")[0], "en"])].join(",");
  return { accept_languages: languages, selected_languages: languages };
}

function themePreference(colorScheme: ColorScheme) {
  const code = colorScheme === "dark" ? 2 : 1;
  return { color_scheme: code, color_scheme2: code };
}

/**
 * Sets language and colour scheme in the profile itself: emulation by a debugger would reach neither the side panel,
 * which Playwright does not see, nor the service worker. Also keeps the browser from connecting ahead of a request.
 */
export function writePreferences(
  { userDataDir }: Profile,
  { locale, colorScheme }: { locale?: string; colorScheme?: ColorScheme },
): void {
  const folder = join(userDataDir, "Default");
  const path = join(folder, "Preferences");
  const preferences = readPreferences(path);
  const [net, intl, browser] = [preferences.net, preferences.intl, preferences.browser].map((section) =>
    sectionSchema.parse(section),
  );
  const never = 2;
  preferences.net = { ...net, network_prediction_options: never };
  if (locale !== undefined) preferences.intl = { ...intl, ...languagePreference(locale) };
  if (colorScheme !== undefined) {
    preferences.browser = {
      ...browser,
      theme: { ...sectionSchema.parse(browser?.theme), ...themePreference(colorScheme) },
    };
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, JSON.stringify(preferences));
}
