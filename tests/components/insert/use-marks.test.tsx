// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SHOWN_AFTER_MS } from "../../../components/state/shown-count";
import type { PageActions } from "../../../lib/browser/page-actions";
import type { Library } from "../../../lib/worker/protocol";
import { click, type DrawAppOptions, drawApp, find, press, settle } from "../render";
import {
  createActivePage,
  createAnswer,
  createDeferred,
  createDetail,
  createFakeLibrary,
  createSuggestion,
  NOW_MS,
  ticketPage,
} from "../support";

beforeEach(() => vi.useFakeTimers({ now: NOW_MS }));
afterEach(() => vi.useRealTimers());

async function drawTwo(overrides: Partial<Library> = {}, more: DrawAppOptions = {}) {
  const suggestions = ["one", "two"].map((id) => createSuggestion({ id, title: id, hasReply: id === "two" }));
  const spies = {
    markTicket: vi.fn<Library["markTicket"]>(async () => undefined),
    unmarkTicket: vi.fn<Library["unmarkTicket"]>(async () => undefined),
    countUsage: vi.fn<Library["countUsage"]>(async () => undefined),
  };
  const { library } = createFakeLibrary({ suggest: async () => createAnswer({ suggestions }), ...spies, ...overrides });
  const activePage = createActivePage();
  return { ...(await drawApp({ library, activePage, ...more })), ...spies, activePage };
}

function marks(root: ParentNode, id: string): (string | null)[] {
  return [...root.querySelectorAll(`[data-card=${id}] .fact-used`)].map(
    (mark) => mark.firstChild?.nextSibling?.textContent ?? null,
  );
}

const CLOCK = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const said = (root: ParentNode) => find(root, "[aria-live=polite]").textContent;

test("an inserted link leaves its mark on the card, is kept with the ticket and counted", async () => {
  const { root, markTicket, countUsage } = await drawTwo();

  await click(root, "[data-card=one] [data-action=insert-link]");

  expect(marks(root, "one")).toEqual([`Linked ${CLOCK.format(NOW_MS)}`]);
  expect(marks(root, "two")).toEqual([]);
  expect(markTicket).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ articleId: "one", kind: "linked", ticket: expect.objectContaining({ id: "4711" }) }),
  );
  expect(countUsage).toHaveBeenCalledWith({ type: "linked", articleId: "one" });
});

test("a copied link leaves a mark without a way to take it back", async () => {
  const { root, countUsage } = await drawTwo();

  await click(root, "[data-card=one] [data-action=copy-link]");

  expect(marks(root, "one")).toEqual([`Copied ${CLOCK.format(NOW_MS)}`]);
  expect(root.querySelector("[data-action=undo-insertion]")).toBeNull();
  expect(countUsage).toHaveBeenCalledWith({ type: "copied", articleId: "one" });
});

test("what was done on a ticket another day is told when it is opened again", async () => {
  const marksOf: Library["marksOf"] = async ({ ticket }) =>
    ticket.id === "4711" ? [{ articleId: "two", kind: "inserted", atMs: NOW_MS - 60_000 }] : [];
  const { root, activePage } = await drawTwo({ marksOf });
  const here = marks(root, "two");

  await act(() => {
    activePage.value = ticketPage({ id: "5" });
  });
  await settle();

  expect(here).toEqual([`Inserted ${CLOCK.format(NOW_MS - 60_000)}`]);
  expect(marks(root, "two")).toEqual([]);
});

test("a answers with the ready text of the card in focus, read at that moment", async () => {
  const insert = vi.fn<PageActions["insert"]>(async () => ({ outcome: "inserted", channel: "public", editor: "e" }));
  const readArticle: Library["readArticle"] = async ({ id }) =>
    createDetail({ card: { ...createDetail().card, id }, replyText: "Dear customer" });
  const { root } = await drawTwo({ readArticle }, { page: { insert } });
  find(root, "[data-card=two] [data-action=open]").focus();

  await press("a");

  expect(insert.mock.lastCall?.[1].content).toEqual({ kind: "text", text: "Dear customer" });
  expect(marks(root, "two")).toEqual([`Inserted ${CLOCK.format(NOW_MS)}`]);
  expect(root.querySelector("[data-article]")).toBeNull();
});

test("an answer that is gone meanwhile is told, and nothing is inserted", async () => {
  const insert = vi.fn<PageActions["insert"]>();
  const { root } = await drawTwo({ readArticle: async () => null }, { page: { insert } });

  await click(root, "[data-card=two] [data-action=insert-answer]");

  expect(find(root, "[data-card=two] .insert-strip").textContent).toContain("no longer in your library");
  expect(insert).not.toHaveBeenCalled();
});

test("an article without a ready answer has no button for it", async () => {
  const { root } = await drawTwo();

  expect(root.querySelector("[data-card=one] [data-action=insert-answer]")).toBeNull();
});

test("the last insertion can be taken back, and its mark goes with it", async () => {
  const takeBack = vi.fn<PageActions["takeBack"]>(async () => ({ outcome: "takenBack" }));
  const { root, unmarkTicket } = await drawTwo({}, { page: { takeBack } });
  await click(root, "[data-card=one] [data-action=insert-link]");

  await click(root, "[data-action=undo-insertion]", "Undo");

  expect(takeBack).toHaveBeenCalledExactlyOnceWith(1, {
    ...{ helpdesk: "zendesk", ticketId: "4711", origin: "https://acme.zendesk.com" },
  });
  expect(marks(root, "one")).toEqual([]);
  expect(unmarkTicket).toHaveBeenCalledWith(expect.objectContaining({ articleId: "one", kind: "linked" }));
  expect(said(root)).toBe("Taken out of the reply again");
  expect(document.activeElement).toBe(find(root, "[data-card=one] [data-action=open]"));
});

test.each<[string, PageActions["takeBack"]]>([
  ["has changed", async () => ({ outcome: "notTakenBack", reason: "changed" })],
  ["cannot be reached", () => Promise.reject(new Error("gone"))],
])("a reply that %s keeps what was inserted, and the agent is told how to undo it there", async (_name, takeBack) => {
  const { root } = await drawTwo({}, { page: { takeBack } });
  await click(root, "[data-card=one] [data-action=insert-link]");

  await click(root, "[data-action=undo-insertion]");

  expect(find(root, "[data-card=one] .insert-strip").textContent).toContain("Ctrl+Z undoes step by step");
  expect(marks(root, "one")).toHaveLength(1);
  expect(root.querySelector("[data-action=undo-insertion]")).toBeNull();
});

test("what is taken back while another ticket comes to the front loses its mark beside its own", async () => {
  const answer = createDeferred<Awaited<ReturnType<PageActions["takeBack"]>>>();
  const { root, activePage, unmarkTicket } = await drawTwo({}, { page: { takeBack: () => answer.promise } });
  await click(root, "[data-card=one] [data-action=insert-link]");
  await click(root, "[data-action=undo-insertion]");
  await act(() => {
    activePage.value = ticketPage({ id: "5" });
  });
  await settle();

  answer.resolve({ outcome: "takenBack" });
  await settle();

  expect(unmarkTicket).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ articleId: "one", ticket: expect.objectContaining({ id: "4711" }) }),
  );
});

test("only the last insertion can be taken back, and only beside its ticket", async () => {
  const { root, activePage } = await drawTwo();
  await click(root, "[data-card=one] [data-action=insert-link]");
  await click(root, "[data-card=two] [data-action=insert-link]");
  const offered = [...root.querySelectorAll("[data-action=undo-insertion]")].map(
    (button) => button.closest<HTMLElement>("[data-card]")?.dataset.card,
  );

  await act(() => {
    activePage.value = ticketPage({ id: "5" });
  });
  await settle();

  expect(offered).toEqual(["two"]);
  expect(root.querySelector("[data-action=undo-insertion]")).toBeNull();
});

test("shown articles are counted once for each ticket, when they have stood for a moment", async () => {
  const { activePage, countUsage } = await drawTwo();
  const early = countUsage.mock.calls.length;

  for (const subject of ["Once more", "And again"]) {
    await act(() => vi.advanceTimersByTimeAsync(SHOWN_AFTER_MS) as never);
    await act(() => {
      activePage.value = ticketPage({ subject });
    });
    await settle();
  }
  await act(() => vi.advanceTimersByTimeAsync(SHOWN_AFTER_MS) as never);

  expect(early).toBe(0);
  expect(countUsage.mock.calls.map(([use]) => use)).toEqual([
    { type: "shown", articleId: "one" },
    { type: "shown", articleId: "two" },
  ]);
});

test("a ticket that nothing fits is counted once, without anything of it", async () => {
  const nothing = createAnswer({ status: "nothingFits", suggestions: [], certainty: null });
  const { countUsage } = await drawTwo({ suggest: async () => nothing });

  await act(() => vi.advanceTimersByTimeAsync(SHOWN_AFTER_MS) as never);

  expect(countUsage.mock.calls).toEqual([[{ type: "nothingFits" }]]);
});
