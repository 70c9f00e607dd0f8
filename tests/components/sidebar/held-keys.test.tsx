// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { drawApp, press, settle } from "../render";
import { createAnswer, createFakeLibrary, createSuggestion } from "../support";

beforeEach(() => {
  Element.prototype.scrollTo = () => undefined;
});

async function repeat(key: string): Promise<void> {
  const target = document.activeElement ?? document.body;
  await act(() => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, repeat: true, bubbles: true, cancelable: true }));
  });
  await settle();
}

async function drawThree(copyText = async (_text: string) => undefined as undefined) {
  const suggestions = ["one", "two", "three"].map((id) =>
    createSuggestion({ id, title: id, url: `https://a.example/${id}` }),
  );
  const { library } = createFakeLibrary({ suggest: async () => createAnswer({ suggestions }) });
  return drawApp({ library, copyText });
}

test("a key that is held acts once", async () => {
  const copyText = vi.fn(async () => undefined);
  await drawThree(copyText);
  await press("j");

  await press("c");
  await repeat("c");
  await repeat("c");

  expect(copyText).toHaveBeenCalledOnce();
});

test("a held Esc closes one layer only", async () => {
  const { root } = await drawThree();
  await press("j");
  await press("Enter");
  await press("?");
  await press("Escape");
  await press("v");

  await repeat("Escape");

  expect(root.querySelector(".card [data-action=open]")).toBeNull();
});

test("j and k that are held go on through the list", async () => {
  await drawThree();

  await press("j");
  await repeat("j");
  await repeat("j");
  await repeat("k");

  expect(document.activeElement?.textContent).toBe("two");
});
