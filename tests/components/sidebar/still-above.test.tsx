// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RELEASE_DELAY_MS } from "../../../components/state/holding";
import { createBlock } from "../notices";
import { draw, EXPRESS, HOURS, shownIn } from "../notices/draw-notices";
import { click, find, settle } from "../render";
import { createActivePage, createAnswer, createSuggestion, pageWith, ticketPage } from "../support";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const suggest = async () => createAnswer({ suggestions: [createSuggestion({ id: "a" })] });

async function tell(target: Element, type: string) {
  await act(() => target.dispatchEvent(new Event(type, { bubbles: type === "pointermove" })) as never);
  await settle();
}

async function leave(root: ParentNode) {
  await tell(find(root, "main"), "pointerleave");
  await act(() => vi.advanceTimersByTimeAsync(RELEASE_DELAY_MS) as never);
  await settle();
}

test("a notice that comes while the agent points at a card waits until they have turned away", async () => {
  const { root, change } = await draw([EXPRESS], { suggest });
  await tell(find(root, "[data-card=a]"), "pointermove");

  await change([EXPRESS, HOURS]);
  const whilePointing = shownIn(root);
  await leave(root);

  expect(whilePointing).toEqual(["express"]);
  expect(shownIn(root)).toEqual(["express", "hours"]);
});

test("a list that is only scrolled keeps no notice back: the browser holds its place", async () => {
  const { root, change } = await draw([EXPRESS], { suggest });
  const main = find(root, "main");
  Object.defineProperty(main, "scrollTop", { value: 40 });
  await tell(main, "scroll");

  await change([EXPRESS, HOURS]);

  expect(shownIn(root)).toEqual(["express", "hours"]);
});

test("a ticket's first notices come though the list is held while it is still being read", async () => {
  const activePage = createActivePage(pageWith({ state: "reading", helpdesk: "zendesk", ticketId: "1" }));
  const { root } = await draw([EXPRESS], { suggest }, { activePage });
  const held = document.createElement("div");
  held.dataset.holds = "";
  find(root, "main").append(held);
  await tell(held, "pointermove");

  await act(() => {
    activePage.value = ticketPage({ id: "1" });
  });
  await settle();

  expect(shownIn(root)).toEqual(["express"]);
});

test("what the agent says of a notice shows at once, though the pointer rests on it", async () => {
  const { root, change } = await draw([EXPRESS, HOURS], { suggest });
  await tell(find(root, "[data-notice=express]"), "pointermove");
  await change([{ ...EXPRESS, title: "Another title" }, HOURS]);

  await click(find(root, "[data-notice=express]"), "[data-action=understood]");
  await settle();

  expect(shownIn(root)).toEqual(["hours"]);
});

test("another ticket's notices do not wait", async () => {
  const activePage = createActivePage(ticketPage({ id: "1" }));
  const noticesFor = vi.fn(async ({ ticket }: { ticket: { id: string } | null }) => ({
    ...{ notices: ticket?.id === "1" ? [EXPRESS] : [HOURS], hiddenCount: 0, inForceCount: 2 },
  }));
  const { root } = await draw([], { suggest, noticesFor }, { activePage });
  await tell(find(root, "[data-card=a]"), "pointermove");

  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });
  await settle();

  expect(shownIn(root)).toEqual(["hours"]);
});

test("a situation that is seen while the agent points at a card waits as well", async () => {
  const activePage = createActivePage(ticketPage({ id: "1" }));
  const situationsFor = vi.fn(async () => [] as ReturnType<typeof createBlock>[]);
  const { root } = await draw([], { suggest, situationsFor }, { activePage });
  await tell(find(root, "[data-card=a]"), "pointermove");
  situationsFor.mockResolvedValue([createBlock()]);

  await act(() => {
    activePage.value = ticketPage({ id: "1", subject: "More of it" });
  });
  await settle();
  const whilePointing = root.querySelector(".situation");
  await leave(root);

  expect(whilePointing).toBeNull();
  expect(root.querySelector(".situation")).not.toBeNull();
});
