// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { Library, SuggestAnswer } from "../../../lib/worker/protocol";
import { drawApp, settle } from "../render";
import {
  createActivePage,
  createAnswer,
  createDeferred,
  createFakeLibrary,
  createSuggestion,
  pageWith,
  ticketPage,
} from "../support";

/** A library that answers when the test says so, by ticket. */
function createSlowLibrary() {
  const answers = new Map<string, ReturnType<typeof createDeferred<SuggestAnswer>>[]>();
  const suggest = vi.fn<Library["suggest"]>(({ ticket }) => {
    const answer = createDeferred<SuggestAnswer>();
    answers.set(ticket.id, [...(answers.get(ticket.id) ?? []), answer]);
    return answer.promise;
  });
  async function reply(ticketId: string, title: string, round = 0) {
    const answer = createAnswer({ suggestions: [createSuggestion({ id: title, title })] });
    await act(() => answers.get(ticketId)?.[round]?.resolve(answer));
    await settle();
  }
  return { ...createFakeLibrary({ suggest }), suggest, reply };
}

test("a late answer for the ticket left behind is never shown", async () => {
  const { library, reply } = createSlowLibrary();
  const activePage = createActivePage(ticketPage({ id: "1" }));
  const { root } = await drawApp({ library, activePage });

  activePage.value = ticketPage({ id: "2" });
  await reply("1", "Neighbour");

  expect(root.textContent).not.toContain("Neighbour");
  expect(root.querySelector(".skeleton")).not.toBeNull();
});

test("the list of the ticket left behind goes in the same turn in which the page changes", async () => {
  const { library, reply } = createSlowLibrary();
  const activePage = createActivePage(ticketPage({ id: "1" }));
  const { root } = await drawApp({ library, activePage });
  await reply("1", "Neighbour");

  await act(() => {
    activePage.value = pageWith({ state: "reading", helpdesk: "zendesk", ticketId: "2" });
  });

  expect(root.textContent).not.toContain("Neighbour");
});

test("equal ids of two accounts in two tabs are two tickets", async () => {
  const { library, reply } = createSlowLibrary();
  const activePage = createActivePage({ ...ticketPage({ id: "7" }), tabId: 1 });
  const { root } = await drawApp({ library, activePage });
  await reply("7", "Neighbour");

  await act(() => {
    activePage.value = { ...ticketPage({ id: "7" }), tabId: 2 };
  });

  expect(root.textContent).not.toContain("Neighbour");
});

test("equal ids of two helpdesks are two tickets", async () => {
  const { library, reply } = createSlowLibrary();
  const activePage = createActivePage(ticketPage({ id: "7", helpdesk: "zendesk" }));
  const { root } = await drawApp({ library, activePage });
  await reply("7", "Neighbour");

  await act(() => {
    activePage.value = ticketPage({ id: "7", helpdesk: "freshdesk" });
  });

  expect(root.textContent).not.toContain("Neighbour");
});

test("an earlier answer for the same ticket does not replace a later one", async () => {
  const { library, reply } = createSlowLibrary();
  const activePage = createActivePage(ticketPage({ id: "1" }));
  const { root } = await drawApp({ library, activePage });
  await act(() => {
    activePage.value = ticketPage({ id: "1", subject: "With one message more" });
  });

  await reply("1", "New", 1);
  await reply("1", "Old", 0);

  expect(root.textContent).toContain("New");
  expect(root.textContent).not.toContain("Old");
});

test("the list stays still while the same ticket is asked for again", async () => {
  const { library, reply } = createSlowLibrary();
  const activePage = createActivePage(ticketPage({ id: "1" }));
  const { root } = await drawApp({ library, activePage });
  await reply("1", "First answer");

  await act(() => {
    activePage.value = ticketPage({ id: "1", subject: "With one message more" });
  });

  expect(root.textContent).toContain("First answer");
});

test("changed articles make the library be asked again, once for a burst", async () => {
  vi.useFakeTimers();
  const { library, emit, suggest, reply } = createSlowLibrary();
  await drawApp({ library });
  await reply("4711", "First answer");

  emit("articlesChanged", { ids: ["a"] });
  emit("articlesChanged", { ids: ["b"] });
  await vi.runOnlyPendingTimersAsync();

  expect(suggest).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

test("a removed panel asks no more", async () => {
  const { library, suggest } = createSlowLibrary();
  const activePage = createActivePage(ticketPage({ id: "1" }));
  const { unmount } = await drawApp({ library, activePage });

  await unmount();
  activePage.value = ticketPage({ id: "2" });

  expect(suggest).toHaveBeenCalledTimes(1);
});
