// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { SuggestWhen } from "../../../lib/contract/suggest-when";
import { click, drawOptions, find, settle } from "../render";
import { createStoredOptions } from "../surroundings";

const CHOICES: SuggestWhen[] = ["rarely", "balanced", "often"];

function radio(root: ParentNode, choice: SuggestWhen): HTMLInputElement {
  const found = find(root, `#suggest-when-${choice}`);
  if (!(found instanceof HTMLInputElement)) throw new Error("Not a radio button");
  return found;
}

function chosen(root: ParentNode): SuggestWhen[] {
  return CHOICES.filter((choice) => radio(root, choice).checked);
}

test.each(CHOICES)("the stored choice %s is shown, alone", async (suggestWhen) => {
  const { root } = await drawOptions({ load: async () => createStoredOptions({ suggestWhen }) });

  expect(chosen(root)).toEqual([suggestWhen]);
});

test("a choice is saved at once and said", async () => {
  const setSuggestWhen = vi.fn(async () => undefined);
  const { root } = await drawOptions({ setSuggestWhen });

  await click(root, "#suggest-when-rarely");

  expect(setSuggestWhen).toHaveBeenCalledExactlyOnceWith("rarely");
  expect(chosen(root)).toEqual(["rarely"]);
  expect(find(root, ".check-title").textContent).toBe("Suggestions saved.");
});

test("a choice that cannot be saved goes back", async () => {
  const { root } = await drawOptions({ setSuggestWhen: () => Promise.reject(new Error("disk full")) });

  await click(root, "#suggest-when-often");

  expect(chosen(root)).toEqual(["balanced"]);
  expect(find(root, ".check-title").textContent).toBe("It could not be saved. Try again.");
});

test("what the administrator set holds and cannot be changed", async () => {
  const stored = createStoredOptions({
    suggestWhen: "often",
    policy: { ...createStoredOptions().policy, suggestWhen: "rarely" },
  });
  const setSuggestWhen = vi.fn(async () => undefined);
  const { root } = await drawOptions({ load: async () => stored, setSuggestWhen });

  await act(() => radio(root, "balanced").click());
  await settle();

  expect(chosen(root)).toEqual(["rarely"]);
  expect(find(root, ".by-policy").textContent).toBe("Set by your administrator");
  expect(setSuggestWhen).not.toHaveBeenCalled();
});

test("the choices are a named group, each with a label and a sentence", async () => {
  const { root } = await drawOptions();

  const [first] = CHOICES.map((choice) => radio(root, choice));

  expect(first?.closest("fieldset")?.querySelector("legend")?.textContent).toBe("When articles are suggested");
  expect(CHOICES.map((choice) => radio(root, choice).labels?.[0]?.textContent)).toEqual([
    "Rarely",
    "Balanced",
    "Often",
  ]);
  for (const choice of CHOICES) {
    const hint = document.getElementById(radio(root, choice).getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toMatch(/ answers? the ticket/);
  }
});
