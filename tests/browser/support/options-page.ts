/** The options page in a tab, and what an admin does there. */
import { expect, type Page } from "@playwright/test";
import { en } from "../../../components/text/en";
import type { LoadedExtension } from "../../../scripts/browser/launch-extension";

export type OptionsTab = {
  page: Page;
  /** Fills in both fields. */
  enter(endpoint: string, token: string): Promise<void>;
  /** Fills in, tests, and waits until the outcome stands there. */
  test(endpoint: string, token: string, outcome: string): Promise<void>;
  /** Fills in, saves, and waits until it is saved. */
  save(endpoint: string, token: string): Promise<void>;
};

/** A test of a connection asks up to three addresses, ten seconds each at the most. */
const CHECK_MS = 35_000;

/** Opens the options in a new tab, in English. */
export async function openOptions(extension: LoadedExtension): Promise<OptionsTab> {
  const page = await extension.context.newPage();
  await page.goto(extension.url("options.html"));
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  async function enter(endpoint: string, token: string): Promise<void> {
    await field(en.options.endpoint).fill(endpoint);
    await field(en.options.token).fill(token);
  }
  return {
    page,
    enter,
    async test(endpoint, token, outcome) {
      await enter(endpoint, token);
      await press(en.options.test);
      await expect(page.locator(".check-result")).toContainText(outcome, { timeout: CHECK_MS });
    },
    async save(endpoint, token) {
      await enter(endpoint, token);
      await press(en.options.save);
      await expect(page.getByText(en.options.saved, { exact: true })).toBeVisible({ timeout: CHECK_MS });
    },
  };
}
