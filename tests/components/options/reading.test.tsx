// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { click, drawOptions, find, settle } from "../render";
import { createStoredOptions } from "../surroundings";

function checkbox(root: ParentNode): HTMLInputElement {
  const found = find(root, "#read-by-api");
  if (!(found instanceof HTMLInputElement)) throw new Error("Not a checkbox");
  return found;
}

test.each([true, false])("the stored choice %s is shown", async (readByApi) => {
  const { root } = await drawOptions({ load: async () => createStoredOptions({ readByApi }) });

  expect(checkbox(root).checked).toBe(readByApi);
  expect(checkbox(root).disabled).toBe(false);
});

test("a choice is saved at once and said", async () => {
  const setReadByApi = vi.fn(async () => undefined);
  const { root } = await drawOptions({ setReadByApi });

  await click(root, "#read-by-api");

  expect(setReadByApi).toHaveBeenCalledExactlyOnceWith(false);
  expect(find(root, ".check-title").textContent).toBe("Saved.");
});

test("a choice that cannot be saved goes back", async () => {
  const { root } = await drawOptions({ setReadByApi: () => Promise.reject(new Error("disk full")) });

  await click(root, "#read-by-api");

  expect(checkbox(root).checked).toBe(true);
  expect(find(root, ".check-title").textContent).toBe("It could not be saved. Try again.");
});

test.each([true, false])("what the administrator set (%s) holds and cannot be changed", async (readHelpdeskApi) => {
  const policy = { ...createStoredOptions().policy, readHelpdeskApi };
  const stored = createStoredOptions({ readByApi: !readHelpdeskApi, policy });
  const setReadByApi = vi.fn(async () => undefined);
  const { root } = await drawOptions({ load: async () => stored, setReadByApi });

  await act(() => checkbox(root).click());
  await settle();

  expect(checkbox(root).checked).toBe(readHelpdeskApi);
  expect(find(root, ".by-policy").textContent).toBe("Set by your administrator");
  expect(setReadByApi).not.toHaveBeenCalled();
});

test("the checkbox has a label and an explanation", async () => {
  const { root } = await drawOptions();

  expect(checkbox(root).labels?.[0]?.textContent).toContain("Ask the helpdesk’s own API");
  expect(document.getElementById(checkbox(root).getAttribute("aria-describedby") ?? "")?.textContent).toContain(
    "the text stays on this machine",
  );
});
