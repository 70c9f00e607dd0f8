// @vitest-environment jsdom
import { render } from "preact";
import { expect, test } from "vitest";
import { useSelectedText } from "../../../components/insert/use-selected-text";

const pageOf = (words: string) => {
  const body = document.createElement("p");
  body.textContent = words;
  document.body.replaceChildren(body);
  return body;
};

/** Draws outside of `act`, as the panel does: what comes after the picture has not run when this returns. */
function drawSelected(body: HTMLElement | null) {
  const container = { current: body };
  const root = document.createElement("div");
  const Selected = () => <>{useSelectedText(container)}</>;
  render(<Selected />, root);
  return root;
}

/** The screen after a change of the state has reached it, which takes a turn of the microtasks. */
const drawn = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));

test("what is selected the moment the text is shown counts", async () => {
  const body = pageOf("Refund it.");
  const root = drawSelected(body);

  document.getSelection()?.selectAllChildren(body);
  document.dispatchEvent(new Event("selectionchange"));
  await drawn();

  expect(root.textContent).toBe("Refund it.");
});

test("what was selected before the text was listened to counts", async () => {
  const body = pageOf("Refund it.");
  document.getSelection()?.selectAllChildren(body);

  const root = drawSelected(body);
  await drawn();

  expect(root.textContent).toBe("Refund it.");
});
