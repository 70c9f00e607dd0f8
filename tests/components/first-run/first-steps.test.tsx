// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { click, drawApp, find, settle } from "../render";
import { createActivePage, createAnswer, createFakeLibrary, createSuggestion, pageWith, ticketPage } from "../support";
import { createShell, createStart } from "../surroundings";

const NO_TICKET = { activePage: createActivePage(pageWith(null)) };

function steps(root: ParentNode) {
  return [...root.querySelectorAll<HTMLElement>(".first-step")].map((step) => step.dataset.done !== undefined);
}

test("before there is a connection the first step leads to the options", async () => {
  const openOptions = vi.fn();
  const { root } = await drawApp({ library: null, start: createStart({ hasSteps: true }), openOptions });

  await click(root, "button", "Open options");

  expect(find(root, "h1").textContent).toBe("Three steps to begin");
  expect(openOptions).toHaveBeenCalledOnce();
  expect(steps(root)).toEqual([false, false, false]);
});

test("where the administrator has set the address, only the token is asked for", async () => {
  const start = createStart({ hasSteps: true, isEndpointSet: true });
  const { root } = await drawApp({ library: null, start });

  expect(find(root, ".first-step-hint").textContent).toContain("Only your token is missing");
});

test("what is done ticks itself: the connection, and the button as soon as it is in the toolbar", async () => {
  let tell: (isOnToolbar: boolean) => void = () => undefined;
  const shell = createShell({
    watchToolbar: (listener) => {
      tell = listener;
      return () => undefined;
    },
  });
  const { root } = await drawApp({ ...NO_TICKET, start: createStart({ hasSteps: true }), shell });
  const before = steps(root);

  await act(() => tell(true));

  expect(before).toEqual([true, false, false]);
  expect(steps(root)).toEqual([true, true, false]);
});

test("the steps never stand over a ticket", async () => {
  const activePage = createActivePage(ticketPage());
  const { root } = await drawApp({ activePage, start: createStart({ hasSteps: true }) });
  const besideTicket = root.querySelector(".first-steps");

  await act(() => {
    activePage.value = pageWith(null);
  });
  await settle();

  expect(besideTicket).toBeNull();
  expect(root.querySelector(".first-steps")).not.toBeNull();
});

test("the rest can be left out at any time, and is gone then", async () => {
  const { root } = await drawApp({ library: null, start: createStart({ hasSteps: true }) });

  await click(root, "button", "Skip the rest");

  expect(root.querySelector(".first-steps")).toBeNull();
  expect(find(root, ".state-title").textContent).toBe("Not connected yet");
});

test("the sample ticket is tried on the agent's own articles, and nothing is taught by it", async () => {
  const suggest = vi.fn(async () => createAnswer({ suggestions: [createSuggestion({ title: "Reset a password" })] }));
  const teach = vi.fn(async () => undefined);
  const { library } = createFakeLibrary({ suggest, teach });
  const { root } = await drawApp({ ...NO_TICKET, library, start: createStart({ hasSteps: true }) });

  await click(root, "button", "Show the sample ticket");

  expect(find(root, ".sample-found").textContent).toBe("From your knowledge base:");
  expect(find(root, ".sample-articles").textContent).toContain("Reset a password");
  expect(root.querySelector(".sample-mark")).toBeNull();
  expect(teach).not.toHaveBeenCalled();
  expect(steps(root)).toEqual([true, false, true]);
});

test.each([
  ["without a connection", null],
  ["when nothing fits", createFakeLibrary({ suggest: async () => createAnswer({ suggestions: [] }) }).library],
  ["when the library fails", createFakeLibrary({ suggest: () => Promise.reject(new Error("broken")) }).library],
])("%s the sample ticket has sample articles, each marked as one", async (_name, library) => {
  const { root } = await drawApp({ ...NO_TICKET, library, start: createStart({ hasSteps: true }) });

  await click(root, "button", "Show the sample ticket");

  expect(root.querySelectorAll(".sample-article")).toHaveLength(3);
  expect([...root.querySelectorAll(".sample-mark")].map((mark) => mark.textContent)).toEqual(
    Array.from({ length: 3 }, () => "Sample"),
  );
});

test("settings that cannot be read lead to the options", async () => {
  const { root } = await drawApp({ library: null, start: createStart({ isSettingsBroken: true }) });

  expect(find(root, ".state-title").textContent).toBe("Your settings cannot be read");
  expect(find(root, "button", "Open options")).toBeTruthy();
});

test("an update is told in one line, opens to what changed, and does not come back", async () => {
  const { root } = await drawApp({ start: createStart({ updatedTo: "0.2.1" }) });
  const closed = root.querySelector(".update-changes");

  await click(root, "button", "What changed");
  const open = root.querySelectorAll(".update-changes li").length;
  await click(root, "button", "Do not show this again");

  expect(closed).toBeNull();
  expect(open).toBeGreaterThan(2);
  expect(root.querySelector(".update-line")).toBeNull();
});

test("a version without news says nothing", async () => {
  const { root } = await drawApp({ start: createStart({ updatedTo: "0.1.9" }) });

  expect(root.querySelector(".update-line")).toBeNull();
});
