/** When articles are suggested: the agent's choice, and the administrator's over it. */
import type { Page } from "@playwright/test";
import { en } from "../../components/text/en";
import { setPolicy } from "../../scripts/browser/site-access";
import { connectTo, expect, test } from "./support/fixtures";
import { openOptions } from "./support/options-page";

const choice = (options: Page, name: keyof typeof en.suggesting.choices) =>
  options.getByRole("radio", { name: en.suggesting.choices[name].name });

test.beforeEach(async ({ backend, extension }) => {
  await connectTo(extension, backend);
});

test("the agent's choice is kept", async ({ extension }) => {
  const { page: options } = await openOptions(extension);
  await expect(choice(options, "balanced")).toBeChecked();

  await choice(options, "rarely").check();
  await expect(options.getByText(en.suggesting.saved)).toBeVisible();
  await options.reload();

  await expect(choice(options, "rarely")).toBeChecked();
});

test("the administrator's word holds, and the options say so", async ({ extension }) => {
  await setPolicy(extension, { suggestWhen: "often" });

  const { page: options } = await openOptions(extension);

  await expect(choice(options, "often")).toBeChecked();
  await expect(choice(options, "rarely")).toBeDisabled();
  await expect(options.getByRole("group", { name: en.suggesting.when })).toContainText(en.suggesting.byPolicy);
});
