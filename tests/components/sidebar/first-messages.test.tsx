// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FIRST_MESSAGES_MS } from "../../../components/state/first-messages";
import type { Library } from "../../../lib/worker/protocol";
import { drawApp, settle } from "../render";
import { createActivePage, createAnswer, createFakeLibrary, createSuggestion, pageWith, ticketPage } from "../support";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A panel beside no ticket yet. */
async function drawIdle() {
  const suggest = vi.fn<Library["suggest"]>(async () =>
    createAnswer({ suggestions: [createSuggestion({ id: "guess" })] }),
  );
  const activePage = createActivePage(pageWith({ state: "none", helpdesk: "zendesk" }));
  return { ...(await drawApp({ library: createFakeLibrary({ suggest }).library, activePage })), suggest, activePage };
}

function cards(root: ParentNode): (string | undefined)[] {
  return [...root.querySelectorAll<HTMLElement>("[data-card]")].map((card) => card.dataset.card);
}

async function wait(delayMs: number) {
  await act(() => vi.advanceTimersByTimeAsync(delayMs) as never);
  await settle();
}

const subjectOnly = (more = {}) => ticketPage({ id: "9", messages: [], ...more });

test("a subject without messages is waited with, and messages that come in time are the first that is asked for", async () => {
  const { activePage, suggest } = await drawIdle();

  await act(() => {
    activePage.value = subjectOnly();
  });
  await wait(FIRST_MESSAGES_MS - 1);
  const asked = suggest.mock.calls.length;
  await act(() => {
    activePage.value = ticketPage({ id: "9" });
  });
  await wait(FIRST_MESSAGES_MS);

  expect(asked).toBe(0);
  expect(suggest).toHaveBeenCalledOnce();
});

test("messages that take longer do not keep the agent waiting", async () => {
  const { root, activePage } = await drawIdle();
  await act(() => {
    activePage.value = pageWith({ state: "reading", helpdesk: "zendesk", ticketId: "9" });
  });
  await act(() => {
    activePage.value = subjectOnly();
  });
  await settle();
  const early = cards(root);

  await wait(FIRST_MESSAGES_MS);

  expect(early).toEqual([]);
  expect(cards(root)).toEqual(["guess"]);
});

test("a subject that changes meanwhile does not begin the wait anew", async () => {
  const { activePage, suggest } = await drawIdle();

  for (const subject of ["One", "Two", "Three"]) {
    await act(() => {
      activePage.value = subjectOnly({ subject });
    });
    await wait(FIRST_MESSAGES_MS / 3 + 1);
  }

  expect(suggest).toHaveBeenCalledOnce();
});

test("a ticket known to show no messages is not waited with", async () => {
  const { activePage, suggest } = await drawIdle();
  const { report } = subjectOnly();

  await act(() => {
    activePage.value = pageWith(report?.state === "ticket" ? { ...report, missing: ["messages"] } : report);
  });

  expect(suggest).toHaveBeenCalledOnce();
});
