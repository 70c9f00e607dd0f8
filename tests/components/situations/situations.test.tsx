// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, it, vi } from "vitest";
import type { SituationBlock } from "../../../lib/worker/protocol/situations";
import { createBlock, createNotice, createPart, createTicketNotices } from "../notices";
import { click, type DrawAppOptions, drawApp, find, press, settle } from "../render";
import { createActivePage, createAnswer, createFakeLibrary, createSuggestion, ticketPage } from "../support";

const MOVING = createBlock({
  parts: [
    createPart({ role: "offer", card: { id: "faster", title: "A faster line" } }),
    createPart({ role: "keyFact", card: { id: "period", title: "Notice period" }, excerpt: "One month." }),
    createPart({
      card: { id: "move", title: "Move a contract" },
      excerpt: "Ask for the day.",
      replyText: "Dear customer",
    }),
    createPart({ role: "keyFact", card: { id: "fee", title: "Moving is free" } }),
    createPart({ role: "keyFact", card: { id: "meter", title: "No meter readings" } }),
  ],
});
const COMPLAINT = createBlock({ id: "complaint", name: "Complaint", parts: [createPart({ card: { id: "law" } })] });

function draw(blocks: SituationBlock[], app: DrawAppOptions = {}) {
  const { library } = createFakeLibrary({
    situationsFor: async () => blocks,
    suggest: async () => createAnswer({ suggestions: [createSuggestion(), createSuggestion({ id: "move" })] }),
  });
  return drawApp({ library, ...app });
}

const linesOf = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>(".situation [data-card] [data-action=open]")].map(({ textContent }) =>
    textContent?.trim(),
  );
const head = (root: HTMLElement, at = 0) => {
  const found = root.querySelectorAll<HTMLElement>(".situation-head")[at];
  if (!found) throw new Error(`No situation ${at}`);
  return found;
};

it("a situation says its name and why, and then answer, key facts and offer, whatever order they came in", async () => {
  const { root } = await draw([MOVING]);

  expect(head(root).textContent).toContain("Moving house");
  expect(head(root).textContent).toContain("because of “new address”");
  expect(linesOf(root)).toEqual(["Move a contract", "Notice period One month.", "Moving is free", "A faster line"]);
  expect([...root.querySelectorAll(".situation-role")].map((role) => role.textContent)).toEqual([
    "Answer",
    "Key facts",
    "Offer",
  ]);
});

it("what does not fit the first picture is a press away", async () => {
  const { root } = await draw([MOVING]);

  await click(root, "button", "1 more article");

  expect(linesOf(root)).toContain("No meter readings");
});

it("only the first of two situations is open", async () => {
  const { root } = await draw([MOVING, COMPLAINT]);

  expect([head(root), head(root, 1)].map((each) => each.getAttribute("aria-expanded"))).toEqual(["true", "false"]);
});

it("under a notice it is no more than a line, and stays so when the notice was understood", async () => {
  const notice = createNotice({ needsAcknowledgement: true });
  const { library } = createFakeLibrary({
    situationsFor: async () => [MOVING],
    noticesFor: async () => createTicketNotices([notice]),
  });
  const { root } = await drawApp({ library });
  const before = linesOf(root);

  await click(root, "[data-action=understood]");

  expect(before).toEqual([]);
  expect(linesOf(root)).toEqual([]);
  await click(root, ".situation-head");
  expect(linesOf(root)).toContain("Move a contract");
});

it("a word said in passing is no more than a line", async () => {
  const { root } = await draw([{ ...MOVING, isLikely: false }]);

  expect(linesOf(root)).toEqual([]);
  await click(root, ".situation-head");
  expect(linesOf(root)).toContain("Move a contract");
});

it("a situation that was closed stays closed on the next ticket", async () => {
  const activePage = createActivePage();
  const { root } = await draw([MOVING], { activePage });
  await click(root, ".situation-head");

  await act(() => {
    activePage.value = ticketPage({ id: "4712" });
  });
  await settle();

  expect(head(root).getAttribute("aria-expanded")).toBe("false");
});

it("the answer goes into the reply by its button and by its key", async () => {
  const insert = vi.fn(async () => ({ outcome: "inserted", channel: "public", editor: "ckeditor" }) as const);
  const { root } = await draw([MOVING], { page: { insert } });
  find(root, ".situation-answer-card [data-action=open]").focus();

  await press("a");
  await press("i");

  expect(insert.mock.calls.map(([, request]: unknown[]) => (request as { content: unknown }).content)).toEqual([
    { kind: "text", text: "Dear customer" },
    { kind: "link", title: "Move a contract", url: "https://help.acme.example/refund" },
  ]);
});

it("an article of it opens in the panel, and the way back leads to its line", async () => {
  Element.prototype.scrollTo = () => undefined;
  const { root } = await draw([MOVING]);
  const line = () => find(root, '[data-card="situation/moving/period"] [data-action=open]');

  await act(() => line().click());
  await settle();
  expect(root.querySelector("[data-article=period]")).not.toBeNull();
  await press("Escape");

  expect(document.activeElement).toBe(line());
});

it("a suggestion that stands in the open situation says so, and no longer once that is closed", async () => {
  const { root } = await draw([MOVING]);
  const marked = () =>
    [...root.querySelectorAll(".fact-above")].map((mark) => mark.closest(".card")?.getAttribute("data-card"));
  const before = marked();

  await click(root, ".situation-head");

  expect([before, marked()]).toEqual([["move"], []]);
});

it("one ticket's situation never stands beside another", async () => {
  const activePage = createActivePage();
  const { library } = createFakeLibrary({
    situationsFor: ({ ticket }) => (ticket.id === "4711" ? Promise.resolve([MOVING]) : new Promise(() => undefined)),
  });
  const { root } = await drawApp({ library, activePage });
  expect(root.querySelector(".situation")).not.toBeNull();

  await act(() => {
    activePage.value = ticketPage({ id: "4712" });
  });
  await settle();

  expect(root.querySelector(".situation")).toBeNull();
});
