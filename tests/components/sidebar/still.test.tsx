// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RELEASE_DELAY_MS } from "../../../components/state/holding";
import type { Library, SuggestAnswer } from "../../../lib/worker/protocol";
import { click, drawApp, find, press, settle } from "../render";
import { createActivePage, createAnswer, createFakeLibrary, createSuggestion, pageWith, ticketPage } from "../support";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const MATCHED = [{ term: "card", label: "card", share: 1, fields: ["title" as const] }];

function listOf(...ids: string[]): SuggestAnswer {
  return createAnswer({ suggestions: ids.map((id) => createSuggestion({ id, title: id }, { matchedTerms: MATCHED })) });
}

/** A panel whose library answers with what the test last said; `follow` has the ticket change and the answer come. */
async function drawList(...ids: string[]) {
  let answer = listOf(...ids);
  const suggest = vi.fn<Library["suggest"]>(async () => answer);
  const fake = createFakeLibrary({ suggest });
  const activePage = createActivePage(ticketPage({ id: "1" }));
  const drawn = await drawApp({ library: fake.library, activePage });
  let round = 0;
  async function follow(...next: string[]) {
    answer = listOf(...next);
    round += 1;
    await act(() => {
      activePage.value = ticketPage({ id: "1", subject: `Message ${round}` });
    });
    await settle();
  }
  return {
    ...drawn,
    ...fake,
    suggest,
    activePage,
    follow,
    answerNext: (...next: string[]) => (answer = listOf(...next)),
  };
}

function cards(root: ParentNode): (string | undefined)[] {
  return [...root.querySelectorAll<HTMLElement>("[data-card]")].map((card) => card.dataset.card);
}

async function point(target: Element, type: "pointermove" | "pointerdown" | "pointerleave" = "pointermove") {
  const at = type === "pointerleave" ? find(document, "main") : target;
  await act(() => at.dispatchEvent(new Event(type, { bubbles: type !== "pointerleave" })) as never);
  await settle();
}

async function wait(delayMs: number) {
  await act(() => vi.advanceTimersByTimeAsync(delayMs) as never);
  await settle();
}

const offer = (root: ParentNode) => root.querySelector("[data-action=newer]");
const said = (root: ParentNode) => find(root, "[aria-live=polite]").textContent;

test("without anybody at it the list follows the ticket", async () => {
  const { root, follow } = await drawList("a", "b");

  await follow("b", "c");

  expect(cards(root)).toEqual(["b", "c"]);
  expect(offer(root)).toBeNull();
});

test("under the pointer the list stays, and says that there are newer suggestions", async () => {
  const { root, follow } = await drawList("a", "b");
  await point(find(root, "[data-card=b]"));

  await follow("b", "c");

  expect(cards(root)).toEqual(["a", "b"]);
  expect(offer(root)?.textContent).toBe("Newer suggestions");
  expect(said(root)).toBe("Newer suggestions have come. Press n to see them.");
});

test("they come by themselves a short moment after the pointer has left", async () => {
  const { root, follow } = await drawList("a", "b");
  await point(find(root, "[data-card=b]"));
  await follow("b", "c");

  await point(root, "pointerleave");
  await wait(RELEASE_DELAY_MS - 1);
  const before = cards(root);
  await wait(1);

  expect(before).toEqual(["a", "b"]);
  expect(cards(root)).toEqual(["b", "c"]);
  expect(offer(root)).toBeNull();
});

test("a pointer over the empty room under the cards holds nothing", async () => {
  const { root, follow } = await drawList("a");
  await point(find(root, "main"));

  await follow("b");

  expect(cards(root)).toEqual(["b"]);
});

test("a finger that touches a card holds the list as long as it is there", async () => {
  const { root, follow } = await drawList("a");
  await point(find(root, "[data-card=a]"), "pointerdown");
  await follow("b");
  const touched = cards(root);

  await point(root, "pointerleave");
  await wait(RELEASE_DELAY_MS);

  expect(touched).toEqual(["a"]);
  expect(cards(root)).toEqual(["b"]);
});

test("the focus in the list holds it, and the card keeps its node", async () => {
  const { root, follow } = await drawList("a", "b");
  await press("j");
  const focused = document.activeElement;

  await follow("c");

  expect(cards(root)).toEqual(["a", "b"]);
  expect(document.activeElement).toBe(focused);
});

test("a list that was scrolled is held until it stands at its beginning again", async () => {
  const { root, follow } = await drawList("a");
  const main = find(root, "main");
  main.scrollTop = 100;
  main.dispatchEvent(new Event("scroll"));
  await follow("b");
  const scrolled = cards(root);

  main.scrollTop = 0;
  main.dispatchEvent(new Event("scroll"));
  await wait(RELEASE_DELAY_MS);

  expect(scrolled).toEqual(["a"]);
  expect(cards(root)).toEqual(["b"]);
});

test("an open explanation holds the list when pointer and focus have gone", async () => {
  const { root, follow } = await drawList("a");
  await click(root, "[data-action=why]");
  await wait(RELEASE_DELAY_MS);

  await follow("b");
  const open = cards(root);
  await click(root, "[data-action=why]");
  await wait(RELEASE_DELAY_MS);

  expect(open).toEqual(["a"]);
  expect(cards(root)).toEqual(["b"]);
});

test("n shows the newer suggestions and leads to the first of them", async () => {
  const { root, follow } = await drawList("a", "b");
  await press("j");
  await follow("c", "a");

  await press("n");
  await wait(50);

  expect(cards(root)).toEqual(["c", "a"]);
  expect(document.activeElement).toBe(find(root, "[data-card=c] [data-action=open]"));
});

test("the way to the button by keyboard does not make it vanish", async () => {
  const { root, follow } = await drawList("a");
  await press("j");
  await follow("b");

  await act(() => find(root, "[data-action=newer]").focus());
  await wait(10 * RELEASE_DELAY_MS);

  expect(document.activeElement).toBe(offer(root));
});

test("a card that stays keeps its node and its open explanation when the newer suggestions come", async () => {
  const { root, follow } = await drawList("a", "b");
  await click(root, "[data-card=b] [data-action=why]");
  const node = find(root, "[data-card=b]");
  await follow("b", "c");

  await click(root, "[data-action=newer]");

  expect(find(root, "[data-card=b]")).toBe(node);
  expect(root.querySelector("[data-card=b] .why")).not.toBeNull();
});

test("leaving a word out is answered at once, whatever holds the list, and the focus stays on the card", async () => {
  const { root, answerNext } = await drawList("a", "b");
  find(root, "[data-card=b] .chip").focus();
  await point(find(root, "[data-card=b]"));
  answerNext("b");

  await click(root, "[data-card=b] .chip");
  await wait(50);

  expect(cards(root)).toEqual(["b"]);
  expect(offer(root)).toBeNull();
});

test("the focus of a card that goes by the agent's own act passes to the first one", async () => {
  const { root, answerNext } = await drawList("a", "b");
  find(root, "[data-card=b] .chip").focus();
  answerNext("c");

  await click(root, "[data-card=b] .chip");
  await wait(50);

  expect(document.activeElement).toBe(find(root, "[data-card=c] [data-action=open]"));
});

test("articles that arrive by sync do not stir a held list, however many bursts there are", async () => {
  const { root, emit, answerNext } = await drawList("a", "b");
  await point(find(root, "[data-card=b]"));
  answerNext("c", "b");

  for (let burst = 0; burst < 5; burst++) {
    emit("articlesChanged", { ids: ["c"] });
    await wait(300);
  }

  expect(cards(root)).toEqual(["a", "b"]);
  expect(offer(root)).not.toBeNull();
});

test("another ticket takes the place of a held list at once, and holds nothing of it", async () => {
  const { root, activePage, answerNext, follow } = await drawList("a", "b");
  await point(find(root, "[data-card=b]"));
  await follow("b");
  answerNext("x");

  await act(() => {
    activePage.value = pageWith({ state: "reading", helpdesk: "zendesk", ticketId: "2" });
  });
  const whileReading = [cards(root), offer(root)];
  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });
  await settle();
  answerNext("y");
  await act(() => {
    activePage.value = ticketPage({ id: "2", subject: "More" });
  });
  await settle();

  expect(whileReading).toEqual([[], null]);
  expect(cards(root)).toEqual(["y"]);
});
