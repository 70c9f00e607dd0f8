// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { SyncProblem } from "../../../lib/worker/protocol";
import { click, drawApp, find, settle } from "../render";
import { createActivePage, createAnswer, createFakeLibrary, createSyncState, NOW_MS, pageWith } from "../support";

const empty = createAnswer({ status: "libraryEmpty", suggestions: [], certainty: null, language: null });

function libraryWith(problem: SyncProblem["kind"], articleCount: number, retryAtMs: number | null = null) {
  const state = createSyncState({ problem: { kind: problem, retryAtMs }, articleCount });
  const suggest = async () => (articleCount === 0 ? { ...empty, suggestions: [] } : createAnswer());
  return createFakeLibrary({ suggest, sync: async () => state }).library;
}

test("without an endpoint the panel leads to the options", async () => {
  const openOptions = vi.fn();
  const { root } = await drawApp({ library: null, openOptions });

  await click(root, "button", "Open options");

  expect(find(root, ".state-title").textContent).toBe("Not connected yet");
  expect(openOptions).toHaveBeenCalledOnce();
});

test("connecting to another library leaves nothing of the first on screen", async () => {
  const first = createFakeLibrary();
  const second = createFakeLibrary({ suggest: async () => ({ ...empty, suggestions: [] }) });
  const { root, libraryInUse } = await drawApp({ library: first.library });
  const before = root.textContent;

  await act(() => {
    libraryInUse.value = second.library;
  });
  await settle();

  expect(before).toContain("Refund a double charge");
  expect(root.textContent).not.toContain("Refund a double charge");
});

test.each([
  ["no helpdesk page", pageWith(null), "No ticket in front"],
  [
    "a helpdesk page without a ticket",
    pageWith({ state: "none", helpdesk: "freshdesk" }),
    "No ticket open in Freshdesk",
  ],
  [
    "a ticket that cannot be read",
    pageWith({ state: "unreadable", helpdesk: "zendesk", ticketId: "9", missing: ["subject", "messages"], readBy: {} }),
    "Not found in the page: the subject, the messages.",
  ],
])("%s is said, and the search is still there", async (_name, page, words) => {
  const { root } = await drawApp({ activePage: createActivePage(page) });

  expect(find(root, ".state-message").textContent).toContain(words);
  expect(find(root, "[data-action=search]").matches(":disabled")).toBe(false);
});

test("a ticket that is being read shows shapes and its number", async () => {
  const activePage = createActivePage(pageWith({ state: "reading", helpdesk: "zendesk", ticketId: "9" }));

  const { root } = await drawApp({ activePage });

  expect(root.querySelector(".skeleton")).not.toBeNull();
  expect(find(root, ".ticket-line").textContent).toContain("Zendesk #9");
});

test("nothing fitting is said plainly and leads to the search box", async () => {
  const answer = createAnswer({ status: "nothingFits", suggestions: [] });
  const { library } = createFakeLibrary({ suggest: async () => answer });
  const { root } = await drawApp({ library });

  await click(root, "button", "Search articles");

  expect(find(root, ".state-title").textContent).toBe("No article fits this ticket");
  expect(document.activeElement).toBe(find(root, "[data-action=search]"));
});

test("a library that does not answer can be asked again", async () => {
  const suggest = vi.fn().mockRejectedValueOnce(new Error("gone")).mockResolvedValueOnce(createAnswer());
  const { root } = await drawApp({ library: createFakeLibrary({ suggest }).library });

  await click(root, "button", "Try again");

  expect(root.querySelectorAll("[data-card]")).toHaveLength(1);
});

test.each([
  ["unauthorized", "Your access token was refused"],
  ["forbidden", "You have no access to this knowledge base"],
  ["clientTooOld", "This version of Souffleur is too old"],
  ["notOurApi", "The sync address does not answer as Souffleur"],
  ["badAnswer", "The server’s answer makes no sense"],
  ["storageFull", "The disk is full"],
  ["libraryNewer", "Souffleur was updated meanwhile"],
] as const)("%s stands above the list, which stays usable", async (kind, words) => {
  const { root } = await drawApp({ library: libraryWith(kind, 12) });

  expect(find(root, ".notice").textContent).toContain(words);
  expect(root.querySelectorAll("[data-card]")).toHaveLength(1);
});

test.each(["offline", "serverError", "rateLimited"] as const)(
  "%s needs no notice while articles are at hand",
  async (kind) => {
    const { root } = await drawApp({ library: libraryWith(kind, 12) });

    expect(root.querySelector(".notice")).toBeNull();
  },
);

test.each(["offline", "serverError", "unauthorized"] as const)(
  "%s is the whole view while there is no article",
  async (kind) => {
    const { root } = await drawApp({ library: libraryWith(kind, 0) });

    expect(root.querySelectorAll(".state-message")).toHaveLength(1);
  },
);

test("offline tells from when the articles are", async () => {
  const { root } = await drawApp({ library: libraryWith("offline", 12), nowMs: () => NOW_MS });

  expect(find(root, ".status-text").textContent).toMatch(/^Offline · showing articles from \d\d:\d\d$/);
});

test("a server error tells when the next try is", async () => {
  const { root } = await drawApp({ library: libraryWith("serverError", 12, NOW_MS + 60_000), nowMs: () => NOW_MS });

  expect(find(root, ".status-text").textContent).toMatch(/next try at \d\d:\d\d$/);
});

test("the first sync shows how much has arrived, beside usable suggestions", async () => {
  const { library, emit } = createFakeLibrary();
  const { root } = await drawApp({ library });

  await act(() =>
    emit("syncChanged", createSyncState({ phase: "pulling", firstSync: { received: 200, total: 1000 } })),
  );

  expect(find(root, "progress").getAttribute("value")).toBe("200");
  expect(find(root, ".status-text").textContent).toBe("200 of 1,000 articles");
  expect(root.querySelectorAll("[data-card]")).toHaveLength(1);
});

test("flags that wait are counted in words", async () => {
  const { library } = createFakeLibrary({
    sync: async () => createSyncState({ queued: { flags: 2, acknowledgements: 0, gaps: 0, drafts: 0 } }),
  });

  const { root } = await drawApp({ library });

  expect(find(root, ".status-flags").textContent).toContain("2 flags waiting to be sent");
});

test("what the server does not take again and again is named, beside fresh articles, and can be tried at once", async () => {
  const trouble = (kind: "flags" | "drafts" | "gaps", isLasting: boolean) => ({ kind, isLasting, retryAtMs: NOW_MS });
  const troubles = [trouble("flags", true), trouble("gaps", false), trouble("drafts", true)];
  const sync = vi.fn(async () => createSyncState({ troubles }));
  const { root } = await drawApp({ library: createFakeLibrary({ sync }).library });

  expect(find(root, ".notice").textContent).toMatch(/^Not sent yet: flags and drafts\./);
  expect(find(root, ".status-text").textContent).toMatch(/^Up to date/);

  await click(root, ".notice button", "Try again");
  expect(sync).toHaveBeenLastCalledWith({ isByHand: true });
});

test("a first trouble with one kind is told to nobody", async () => {
  const troubles = [{ kind: "flags" as const, retryAtMs: NOW_MS, isLasting: false }];
  const { library } = createFakeLibrary({ sync: async () => createSyncState({ troubles }) });

  const { root } = await drawApp({ library });

  expect(root.querySelector(".notice")).toBeNull();
});

test("while nothing is synced at all, that alone is told", async () => {
  const troubles = [{ kind: "flags" as const, retryAtMs: NOW_MS, isLasting: true }];
  const state = createSyncState({ problem: { kind: "offline", retryAtMs: NOW_MS }, troubles });

  const { root } = await drawApp({ library: createFakeLibrary({ sync: async () => state }).library });

  expect(root.querySelector(".notice")).toBeNull();
});

test("a view that breaks leaves a way on instead of a blank panel", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken = createAnswer({ suggestions: [{} as never] });

  const { root } = await drawApp({ library: createFakeLibrary({ suggest: async () => broken }).library });

  expect(find(root, "[role=alert]").textContent).toContain("Reload");
});
