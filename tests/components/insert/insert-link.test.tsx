// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageActions } from "../../../lib/browser/page-actions";
import type { InsertAnswer } from "../../../lib/page-commands";
import type { ArticleCard } from "../../../lib/worker/protocol";
import { click, type DrawAppOptions, drawApp, find, press, settle, typeInto } from "../render";
import {
  createActivePage,
  createAnswer,
  createDeferred,
  createFakeLibrary,
  createSuggestion,
  NOW_MS,
  pageWith,
  ticketPage,
} from "../support";

beforeEach(() => vi.useFakeTimers({ now: NOW_MS }));
afterEach(() => vi.useRealTimers());

async function drawCard(card: Partial<ArticleCard> = {}, more: DrawAppOptions = {}) {
  const suggestions = [createSuggestion(card)];
  const { library } = createFakeLibrary({
    suggest: async () => createAnswer({ suggestions }),
    search: async () => suggestions,
  });
  return drawApp({ library, ...more });
}

function answering(answer: InsertAnswer) {
  return vi.fn<PageActions["insert"]>(async () => answer);
}

function said(root: ParentNode): string {
  return find(root, "[role=status]").textContent ?? "";
}

const INSERTED: InsertAnswer = { outcome: "inserted", channel: "public", editor: "ckeditor" };

test("the link goes into the reply of the ticket in front", async () => {
  const insert = answering(INSERTED);
  const { root } = await drawCard({}, { page: { insert } });

  await click(root, "[data-action=insert-link]");

  expect(insert).toHaveBeenCalledExactlyOnceWith(1, {
    helpdesk: "zendesk",
    ticketId: "4711",
    origin: "https://acme.zendesk.com",
    content: { kind: "link", title: "Refund a double charge", url: "https://help.acme.example/refund" },
    isInternal: false,
    confirmedFor: null,
  });
});

test("i inserts the link of the card with the focus", async () => {
  const insert = answering(INSERTED);
  await drawCard({}, { page: { insert } });
  await press("j");

  await press("i");

  expect(insert).toHaveBeenCalledOnce();
});

test("an internal article says so to the page", async () => {
  const insert = answering(INSERTED);
  const { root } = await drawCard({ audience: "internal" }, { page: { insert } });

  await click(root, "[data-action=insert-link]");

  expect(insert.mock.lastCall?.[1].isInternal).toBe(true);
});

test("without a public address a card has no button to insert", async () => {
  const { root } = await drawCard({ url: null });

  expect(root.querySelector("[data-action=insert-link]")).toBeNull();
});

test.each([
  ["no helpdesk page", pageWith(null)],
  ["a helpdesk page without a ticket", pageWith({ state: "none", helpdesk: "zendesk" })],
])("with %s in front the button says why it cannot insert", async (_name, page) => {
  const insert = answering(INSERTED);
  const { root } = await drawCard({}, { page: { insert }, activePage: createActivePage(page) });
  await typeInto(find(root, "[data-action=search]"), "refund");
  await act(async () => {
    await vi.runOnlyPendingTimersAsync();
  });

  await click(root, "[data-action=insert-link]");

  expect(find(root, "[data-action=insert-link]").title).toBe("To insert, first open a ticket.");
  expect(find(root, ".hint-bubble").textContent).toBe("To insert, first open a ticket.");
  expect(insert).not.toHaveBeenCalled();
});

test("a button that cannot insert keeps its name and has the reason as its description", async () => {
  const { root } = await drawCard({}, { activePage: createActivePage(pageWith(null)) });
  await typeInto(find(root, "[data-action=search]"), "refund");
  await act(async () => {
    await vi.runOnlyPendingTimersAsync();
  });

  const button = find(root, "[data-action=insert-link]");
  const reason = document.getElementById(button.getAttribute("aria-describedby") ?? "");

  expect(button.ariaLabel).toBe("Insert link into the reply");
  expect(reason?.textContent).toBe("To insert, first open a ticket.");
});

test("while the page may still show the ticket before, nothing is inserted", async () => {
  const insert = answering(INSERTED);
  const beingRead = pageWith({ state: "reading", helpdesk: "freshdesk", ticketId: "9" });
  const { root } = await drawCard({}, { page: { insert }, activePage: createActivePage(beingRead) });
  await typeInto(find(root, "[data-action=search]"), "refund");
  await act(async () => {
    await vi.runOnlyPendingTimersAsync();
  });

  await click(root, "[data-action=insert-link]");

  expect(find(root, "[data-action=insert-link]").title).toBe("Reading the ticket…");
  expect(insert).not.toHaveBeenCalled();
});

test("into a ticket that could not be read nothing is inserted", async () => {
  const insert = answering(INSERTED);
  const unread = pageWith({
    ...{ state: "unreadable", helpdesk: "freshdesk", ticketId: "9" },
    ...{ missing: ["subject"], readBy: {} },
  });
  const { root } = await drawCard({}, { page: { insert }, activePage: createActivePage(unread) });
  await typeInto(find(root, "[data-action=search]"), "refund");
  await act(async () => {
    await vi.runOnlyPendingTimersAsync();
  });

  await click(root, "[data-action=insert-link]");

  expect(find(root, "[data-action=insert-link]").title).toBe(
    "This ticket could not be read, so nothing is inserted into its page.",
  );
  expect(insert).not.toHaveBeenCalled();
});

test.each([
  ["public", "Inserted"],
  ["note", "Inserted into the internal note"],
] as const)("what went into a %s reply is told for two seconds, and to screen readers", async (channel, words) => {
  const { root } = await drawCard({}, { page: { insert: answering({ ...INSERTED, channel }) } });
  await click(root, "[data-action=insert-link]");
  const shown = find(root, ".hint-bubble").textContent;

  await act(async () => {
    await vi.advanceTimersByTimeAsync(2000);
  });

  expect(shown).toBe(words);
  expect(said(root)).toBe(words);
  expect(root.querySelector(".hint-bubble")).toBeNull();
});

test("a second press while the first is under way inserts nothing more", async () => {
  const answer = createDeferred<InsertAnswer>();
  const insert = vi.fn<PageActions["insert"]>(() => answer.promise);
  const { root } = await drawCard({}, { page: { insert } });

  await click(root, "[data-action=insert-link]");
  await click(root, "[data-action=insert-link]");

  expect(insert).toHaveBeenCalledOnce();
});

test.each<[string, PageActions["insert"], string]>([
  ["no reply editor", answering({ outcome: "notInserted", reason: "noEditor" }), "No reply is open."],
  [
    "an editor that refuses",
    answering({ outcome: "notInserted", reason: "didNotHold" }),
    "The editor did not take it.",
  ],
  [
    "a page that does not say whose ticket it is",
    answering({ outcome: "notInserted", reason: "unsure" }),
    "The page does not say clearly which ticket it shows.",
  ],
  ["a page out of reach", () => Promise.reject(new Error("gone")), "The ticket’s page cannot be reached."],
])("with %s the link is copied and the way on is told", async (_name, insert, cause) => {
  const copyText = vi.fn(async () => undefined);
  const { root } = await drawCard({}, { page: { insert }, copyText });

  await click(root, "[data-action=insert-link]");

  expect(copyText).toHaveBeenCalledExactlyOnceWith("Refund a double charge https://help.acme.example/refund");
  expect(find(root, ".insert-strip").textContent).toBe(`${cause} Copied: paste it with Ctrl+V.`);
  expect(said(root)).toBe(`${cause} Copied: paste it with Ctrl+V.`);
});

test("on a Mac the key to paste is the Mac's", async () => {
  const about = { version: "0.1.0", browser: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)" };
  const insert = answering({ outcome: "notInserted", reason: "noEditor" });
  const { root } = await drawCard({}, { page: { insert }, about });

  await click(root, "[data-action=insert-link]");

  expect(find(root, ".insert-strip").textContent).toContain("paste it with ⌘V");
});

test("a clipboard that refuses as well is told", async () => {
  const insert = answering({ outcome: "notInserted", reason: "noEditor" });
  const copyText = () => Promise.reject(new Error("no focus"));
  const { root } = await drawCard({}, { page: { insert }, copyText });

  await click(root, "[data-action=insert-link]");

  expect(find(root, ".insert-strip").textContent).toContain("It could not be copied either");
});

test("a page that shows another ticket is told, and nothing is copied", async () => {
  const copyText = vi.fn(async () => undefined);
  const insert = answering({ outcome: "notInserted", reason: "otherTicket" });
  const { root } = await drawCard({}, { page: { insert }, copyText });

  await click(root, "[data-action=insert-link]");

  expect(find(root, ".insert-strip").textContent).toBe("Another ticket is in front now. Nothing was inserted.");
  expect(copyText).not.toHaveBeenCalled();
});

test("what was not inserted stays told until it is closed", async () => {
  const { root } = await drawCard({}, { page: { insert: answering({ outcome: "notInserted", reason: "noEditor" }) } });
  await click(root, "[data-action=insert-link]");

  await click(root, "button", "Close this message");

  expect(root.querySelector(".insert-strip")).toBeNull();
});

test.each<[string, InsertAnswer]>([
  ["that it was inserted", INSERTED],
  ["that no reply is open", { outcome: "notInserted", reason: "noEditor" }],
  ["a question", { outcome: "askFirst", channel: "public" }],
])("%s, told after another ticket came to the front, shows nowhere and copies nothing", async (_name, late) => {
  const answer = createDeferred<InsertAnswer>();
  const copyText = vi.fn(async () => undefined);
  const activePage = createActivePage();
  const page = { insert: () => answer.promise };
  const { root } = await drawCard({}, { page, copyText, activePage });
  await click(root, "[data-action=insert-link]");
  activePage.value = ticketPage({ id: "2" });

  answer.resolve(late);
  await settle();

  expect(find(root, "[data-action=insert-link]").ariaLabel).toBe("Insert link into the reply");
  expect(root.querySelector(".hint-bubble, .insert-strip")).toBeNull();
  expect(copyText).not.toHaveBeenCalled();
});

test("the ticket in front at the press is the one written to, whatever comes to the front later", async () => {
  const insert = answering(INSERTED);
  const activePage = createActivePage({ ...ticketPage({ id: "7", helpdesk: "freshdesk" }), tabId: 3 });
  const { root } = await drawCard({}, { page: { insert }, activePage });

  await click(root, "[data-action=insert-link]");
  activePage.value = ticketPage({ id: "8" });

  expect(insert.mock.lastCall?.[0]).toBe(3);
  expect(insert.mock.lastCall?.[1]).toMatchObject({ helpdesk: "freshdesk", ticketId: "7" });
});
