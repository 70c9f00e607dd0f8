// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { PageActions } from "../../../lib/browser/page-actions";
import type { InsertAnswer, ReplyChannel } from "../../../lib/page-commands";
import { click, type DrawAppOptions, drawApp, find, press, settle, typeInto } from "../render";
import {
  createActivePage,
  createAnswer,
  createDeferred,
  createFakeLibrary,
  createSuggestion,
  ticketPage,
} from "../support";

async function drawAsking(channel: ReplyChannel = "public", more: DrawAppOptions = {}) {
  const insert = vi.fn<PageActions["insert"]>(async (_tabId, request) =>
    request.confirmedFor === null
      ? { outcome: "askFirst", channel }
      : { outcome: "inserted", channel: request.confirmedFor, editor: "ckeditor" },
  );
  const suggestions = ["one", "two"].map((id) => createSuggestion({ id, audience: "internal" }));
  const { library } = createFakeLibrary({ suggest: async () => createAnswer({ suggestions }) });
  const drawn = await drawApp({ library, page: { insert }, ...more });
  find(drawn.root, "[data-card=two] [data-action=insert-link]").focus();
  await click(drawn.root, "[data-card=two] [data-action=insert-link]");
  return { ...drawn, insert };
}

function insertButton(root: ParentNode): HTMLElement {
  return find(root, "[data-card=two] [data-action=insert-link]");
}

test.each([
  ["public", "This article is internal, and the customer can read this reply."],
  ["unknown", "This article is internal, and Souffleur cannot tell who will read this reply."],
] as const)("into a %s reply internal text goes only after a question on its card", async (channel, words) => {
  const { root, insert } = await drawAsking(channel);

  expect(find(root, "[data-card=two] .insert-words").textContent).toBe(words);
  expect(root.querySelector("[data-card=one] .insert-strip")).toBeNull();
  expect(insert).toHaveBeenCalledOnce();
});

test("another press closes the question before it, so that never two stand open", async () => {
  const { root } = await drawAsking();

  await click(root, "[data-card=one] [data-action=insert-link]");

  expect(root.querySelectorAll(".insert-strip")).toHaveLength(1);
  expect(root.querySelector("[data-card=one] .insert-strip")).not.toBeNull();
});

test("the question takes the focus and is named by its words", async () => {
  const { root } = await drawAsking();

  const strip = find(root, ".insert-strip");
  expect(document.activeElement).toBe(strip);
  expect(document.getElementById(strip.getAttribute("aria-labelledby") ?? "")?.textContent).toContain("internal");
});

test("the question takes the focus of an agent who pressed the button out of the search box", async () => {
  const insert: PageActions["insert"] = async () => ({ outcome: "askFirst", channel: "public" });
  const { root } = await drawApp({ page: { insert } });
  find(root, "[data-action=search]").focus();

  await click(root, "[data-action=insert-link]");

  expect(document.activeElement).toBe(find(root, ".insert-strip"));
});

test("the question leaves the focus to an agent who has turned elsewhere", async () => {
  const answer = createDeferred<InsertAnswer>();
  const { library } = createFakeLibrary();
  const { root } = await drawApp({ library, page: { insert: () => answer.promise } });
  await click(root, "[data-action=insert-link]");
  const field = find(root, "[data-action=search]");
  field.focus();

  answer.resolve({ outcome: "askFirst", channel: "public" });
  await settle();

  expect(root.querySelector(".insert-strip")).not.toBeNull();
  expect(document.activeElement).toBe(field);
});

test.each(["public", "unknown"] as const)("a yes inserts into a %s reply, confirmed for just that", async (channel) => {
  const { root, insert } = await drawAsking(channel);

  await click(root, "button", "Insert anyway");

  expect(insert.mock.lastCall?.[1]).toMatchObject({ ticketId: "4711", isInternal: true, confirmedFor: channel });
  expect(find(root, ".hint-bubble").textContent).toBe("Inserted");
  expect(document.activeElement).toBe(insertButton(root));
});

test("copying instead inserts nothing and says so", async () => {
  const copyText = vi.fn(async () => undefined);
  const { root, insert } = await drawAsking("public", { copyText });

  await click(root, "button", "Copy instead");

  expect(copyText).toHaveBeenCalledExactlyOnceWith("Refund a double charge https://help.acme.example/refund");
  expect(insert).toHaveBeenCalledOnce();
  expect(find(root, ".insert-strip").textContent).toBe("Nothing was inserted. Copied: paste it with Ctrl+V.");
});

test("cancelling does nothing and gives the focus back", async () => {
  const { root, insert } = await drawAsking();

  await click(root, "button", "Cancel");

  expect(root.querySelector(".insert-strip")).toBeNull();
  expect(insert).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(insertButton(root));
});

test("escape cancels the question", async () => {
  const { root, insert } = await drawAsking();

  await press("Escape");

  expect(root.querySelector(".insert-strip")).toBeNull();
  expect(insert).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(insertButton(root));
});

test("escape cancels the question before it clears the search", async () => {
  vi.useFakeTimers();
  const suggestions = [createSuggestion({ audience: "internal" })];
  const { library } = createFakeLibrary({ search: async () => suggestions });
  const insert: PageActions["insert"] = async () => ({ outcome: "askFirst", channel: "public" });
  const { root } = await drawApp({ library, page: { insert } });
  await typeInto(find(root, "[data-action=search]"), "refund");
  await act(async () => {
    await vi.runOnlyPendingTimersAsync();
  });
  await click(root, "[data-action=insert-link]");

  await press("Escape");

  expect(root.querySelector(".insert-strip")).toBeNull();
  expect(find(root, "main").textContent).toContain("1 result");
  vi.useRealTimers();
});

test("the question goes with its ticket", async () => {
  const activePage = createActivePage();
  const { root } = await drawAsking("public", { activePage });

  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });

  expect(root.querySelector(".insert-strip")).toBeNull();
});

test("a question left behind is not asked again when its ticket comes back", async () => {
  const activePage = createActivePage();
  const { root } = await drawAsking("public", { activePage });

  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });
  await act(() => {
    activePage.value = ticketPage();
  });

  expect(root.querySelector(".insert-strip")).toBeNull();
});

test("the question speaks French", async () => {
  const { root } = await drawAsking("public", { language: "fr" });

  expect(find(root, ".insert-words").textContent).toBe(
    "Cet article est interne, et le client pourra lire cette réponse.",
  );
});
