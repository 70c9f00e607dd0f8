// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActivePage } from "../../../lib/browser/active-page";
import type { PageReport } from "../../../lib/ticket";
import { click, drawApp, find, press } from "../render";
import { createActivePage, NOW_MS, pageWith, ticketPage } from "../support";

beforeEach(() => vi.useFakeTimers({ now: NOW_MS }));
afterEach(() => vi.useRealTimers());

type TicketReport = Extract<PageReport, { state: "ticket" }>;

function reported(more: Partial<TicketReport>, ticket: Partial<TicketReport["ticket"]> = {}): ActivePage {
  const page = ticketPage(ticket);
  return page.report?.state === "ticket" ? pageWith({ ...page.report, ...more }) : page;
}

const UNREADABLE = pageWith({
  state: "unreadable",
  helpdesk: "zendesk",
  ticketId: "9",
  missing: ["subject", "messages"],
  readBy: {},
});

async function drawPage(page: ActivePage, language = "en") {
  const activePage = createActivePage(page);
  return { ...(await drawApp({ activePage, language })), activePage };
}

function afterFiveSeconds(): Promise<void> {
  return act(async () => {
    await vi.advanceTimersByTimeAsync(5000);
  });
}

test("a ticket read well has a quiet mark with a name", async () => {
  const { root } = await drawPage(reported({}));

  expect(find(root, ".health-mark").ariaLabel).toBe("Ticket read");
  expect(find(root, ".health-mark").textContent).toBe("");
});

test.each<[string, ActivePage, string]>([
  ["older messages", reported({ gaps: ["older"] }), "Partly read: older messages missing"],
  ["withheld messages", reported({ gaps: ["roles"] }), "Partly read: some messages withheld"],
  ["both", reported({ gaps: ["roles", "older"] }), "Partly read: older messages missing, some messages withheld"],
])("%s are told at once, in words", async (_name, page, words) => {
  const { root } = await drawPage(page);

  expect(find(root, ".health-mark").ariaLabel).toBe(words);
  expect(find(root, ".health-mark").textContent).toBe("Partly read");
});

test.each<[string, ActivePage, string]>([
  ["a subject", reported({ missing: ["subject"] }, { subject: "" }), "Partly read: subject missing"],
  ["messages", reported({ missing: ["messages"] }, { messages: [] }), "Partly read: messages missing"],
  ["their text", reported({ missing: ["body"] }), "Partly read: message text missing"],
])("%s not there yet is told only after the page had time to draw it", async (_name, page, words) => {
  const { root } = await drawPage(page);
  const before = root.querySelector(".health-mark");

  await afterFiveSeconds();

  expect(before).toBeNull();
  expect(find(root, ".health-mark").ariaLabel).toBe(words);
  expect(find(root, ".health-mark").textContent).toBe("Partly read");
});

test("what arrives in time is never told to be missing", async () => {
  const { root, activePage } = await drawPage(reported({ missing: ["messages"] }, { messages: [] }));
  await act(() => {
    activePage.value = reported({});
  });

  await afterFiveSeconds();

  expect(find(root, ".health-mark").ariaLabel).toBe("Ticket read");
});

test("each ticket that comes to the front has its own time", async () => {
  const { root, activePage } = await drawPage(reported({}));
  await afterFiveSeconds();

  await act(() => {
    activePage.value = reported({ missing: ["messages"] }, { id: "2", messages: [] });
  });

  expect(root.querySelector(".health-mark")).toBeNull();
});

test("messages that were all withheld are not told to be missing as well", async () => {
  const { root } = await drawPage(reported({ gaps: ["roles"] }, { messages: [] }));

  await afterFiveSeconds();

  expect(find(root, ".health-mark").ariaLabel).toBe("Partly read: some messages withheld");
});

test("an unreadable ticket is told at once", async () => {
  const { root } = await drawPage(UNREADABLE);

  expect(find(root, ".health-mark").textContent).toBe("Not read");
});

test("a ticket still being read is not judged", async () => {
  const { root } = await drawPage(pageWith({ state: "reading", helpdesk: "zendesk", ticketId: "9" }));

  await afterFiveSeconds();

  expect(root.querySelector(".health-mark")).toBeNull();
});

function rowsOf(root: ParentNode): (string | null)[] {
  return [...root.querySelectorAll(".health-row")].map((row) => row.textContent);
}

test("the details tell part for part what was read and how", async () => {
  const messages = ["1", "2"].map((id) => ({ id, role: "customer" as const, sentAt: null, text: "Hello" }));
  const readBy = { subject: "omni-header-subject", messages: "api", tags: "tag-list", channel: null };
  const { root } = await drawPage(reported({ readBy, gaps: ["roles"] }, { messages, tags: ["billing"] }));

  await click(root, ".health-mark");

  expect(rowsOf(root)).toEqual([
    "Subjectomni-header-subject",
    "2 messagesread by the helpdesk’s API",
    "Some messages withheld: author unclear",
    "1 tagtag-list",
    "No fields",
    "Channel",
  ]);
});

test("the details of an unreadable ticket tell what was looked for", async () => {
  const { root } = await drawPage(UNREADABLE);

  await click(root, ".health-mark");

  expect(rowsOf(root)).toEqual(["No subject found", "No messages found"]);
});

test("the details speak French", async () => {
  const { root } = await drawPage(reported({ gaps: ["older"] }), "fr");

  await click(root, ".health-mark");

  expect(find(root, ".health-mark").ariaLabel).toBe("Lu en partie\u00a0: messages plus anciens manquants");
  expect(rowsOf(root)[0]).toBe("Objet");
});

test("the mark says whether its details are open, and closes them again", async () => {
  const { root } = await drawPage(reported({}));
  const mark = find(root, ".health-mark");
  await click(root, ".health-mark");
  const isExpanded = mark.ariaExpanded;
  const details = document.getElementById(mark.getAttribute("aria-controls") ?? "");

  await click(root, ".health-mark");

  expect(isExpanded).toBe("true");
  expect(details?.ariaLabel).toBe("How this ticket was read");
  expect(mark.ariaExpanded).toBe("false");
  expect(root.querySelector(".health-details")).toBeNull();
});

test("escape closes the details and gives the focus back", async () => {
  const { root } = await drawPage(reported({}));
  await click(root, ".health-mark");
  find(root, ".health-copy button").focus();

  await press("Escape");

  expect(root.querySelector(".health-details")).toBeNull();
  expect(document.activeElement).toBe(find(root, ".health-mark"));
});

test("open details do not stay open for the next ticket", async () => {
  const { root, activePage } = await drawPage(reported({}));
  await click(root, ".health-mark");

  await act(() => {
    activePage.value = reported({}, { id: "2" });
  });

  expect(root.querySelector(".health-details")).toBeNull();
});
