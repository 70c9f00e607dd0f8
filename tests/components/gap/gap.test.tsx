// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Library, SuggestAnswer } from "../../../lib/worker/protocol";
import { click, drawApp, find, press, settle, typeInto } from "../render";
import { createActivePage, createAnswer, createFakeLibrary, createGap, NOW_MS, ticketPage } from "../support";

beforeEach(() => vi.useFakeTimers({ now: NOW_MS }));
afterEach(() => vi.useRealTimers());

const NOTHING = createAnswer({ status: "nothingFits", suggestions: [], certainty: null });

async function drawNothing(overrides: Partial<Library> = {}, answer: SuggestAnswer = NOTHING, language = "en") {
  const proposeGap = vi.fn<Library["proposeGap"]>(async () => ({ terms: ["wrapping", "gift"], language: "en" }));
  const reportGap = vi.fn<Library["reportGap"]>(async ({ terms }) => createGap({ terms }));
  const { library } = createFakeLibrary({ suggest: async () => answer, proposeGap, reportGap, ...overrides });
  const activePage = createActivePage();
  const drawn = await drawApp({ library, activePage, language });
  return { ...drawn, activePage, proposeGap, reportGap };
}

function words(root: ParentNode): (string | null)[] {
  return [...root.querySelectorAll(".gap-word")].map((chip) => chip.textContent);
}

const said = (root: ParentNode) => find(root, "[aria-live=polite]").textContent;

test("when nothing fits, one click shows the words that would be sent, and nothing has been sent", async () => {
  const { root, proposeGap, reportGap } = await drawNothing();

  await click(root, "[data-action=gap]", "Report a gap");

  expect(words(root)).toEqual(["wrapping", "gift"]);
  expect(root.textContent).toContain("Only these words are sent, nothing else of the ticket.");
  expect(proposeGap.mock.lastCall?.[0].ticket).toEqual({
    subject: "Charged twice for October",
    messages: [{ id: "1", role: "customer", sentAt: null, text: "I was charged twice." }],
    fields: {},
  });
  expect(reportGap).not.toHaveBeenCalled();
});

test("g opens the form with the focus on Send, which sends just those words", async () => {
  const { root, reportGap } = await drawNothing();
  await press("g");

  const focused = document.activeElement?.textContent;
  await click(root, "[data-action=send-gap]");

  expect(focused).toBe("Send");
  expect(reportGap).toHaveBeenCalledExactlyOnceWith({ terms: ["wrapping", "gift"], language: "en" });
  expect(find(root, ".gap-summary").textContent).toBe("Gap reported: wrapping and gift");
  expect(said(root)).toBe("Gap reported:");
});

test("a word that is taken out is not sent, and one that is typed is", async () => {
  const { root, reportGap } = await drawNothing();
  await click(root, "[data-action=gap]");

  await click(root, ".gap-word", "Take out “gift”");
  const focused = document.activeElement?.tagName;
  await typeInto(find(root, ".gap-add input"), "Paper");
  await click(root, "button", "Add");
  await typeInto(find(root, ".gap-add input"), "Ribbon");
  await act(() => find(root, "form").dispatchEvent(new SubmitEvent("submit", { cancelable: true })) as never);
  await settle();

  expect(focused).toBe("INPUT");
  expect(reportGap.mock.lastCall?.[0].terms).toEqual(["wrapping", "paper", "ribbon"]);
});

test("what is no word is refused with the reason, and nothing is sent", async () => {
  const { root, reportGap } = await drawNothing();
  await click(root, "[data-action=gap]");
  await typeInto(find(root, ".gap-add input"), "order 4711");

  await click(root, "[data-action=send-gap]");

  expect(find(root, "[role=alert]").textContent).toContain("letters only");
  expect(find(root, ".gap-add input").getAttribute("aria-invalid")).toBe("true");
  expect(reportGap).not.toHaveBeenCalled();
});

test("without a proposal the agent writes, and no word at all is not sent", async () => {
  const { root, reportGap } = await drawNothing({ proposeGap: () => Promise.reject(new Error("no index")) });
  await click(root, "[data-action=gap]");
  const focused = document.activeElement?.tagName;

  await click(root, "[data-action=send-gap]");

  expect(focused).toBe("INPUT");
  expect(find(root, "[role=alert]").textContent).toBe("Add at least one word.");
  expect(reportGap).not.toHaveBeenCalled();
});

test.each(["Cancel", "Escape"])("%s closes the form and gives the focus back to the offer", async (way) => {
  const { root, reportGap } = await drawNothing();
  await click(root, "[data-action=gap]");

  if (way === "Escape") await press("Escape");
  else await click(root, "button", "Cancel");
  await act(() => vi.runOnlyPendingTimersAsync() as never);

  expect(root.querySelector("form")).toBeNull();
  expect(document.activeElement).toBe(find(root, "[data-action=gap]"));
  expect(reportGap).not.toHaveBeenCalled();
});

test("a report can be taken back for five seconds, and then be made again", async () => {
  const undoGap = vi.fn<Library["undoGap"]>(async () => true);
  const { root } = await drawNothing({ undoGap });
  await click(root, "[data-action=gap]");
  await click(root, "[data-action=send-gap]");
  const focused = document.activeElement;
  const undo = find(root, "[data-action=undo-gap]");

  await click(root, "[data-action=undo-gap]");

  expect(focused).toBe(undo);
  expect(undoGap).toHaveBeenCalledExactlyOnceWith({ gapId: "gap-1" });
  expect(said(root)).toBe("Report taken back");
  expect(root.querySelector("[data-action=gap]")).not.toBeNull();
});

test("after five seconds there is nothing to take back, and the focus stays on what was reported", async () => {
  const { root } = await drawNothing();
  await click(root, "[data-action=gap]");
  await click(root, "[data-action=send-gap]");

  await act(() => vi.advanceTimersByTimeAsync(5500) as never);
  await settle();

  expect(root.querySelector("[data-action=undo-gap]")).toBeNull();
  expect(document.activeElement).toBe(find(root, ".gap-reported"));
});

test("a report that comes too late to be taken back says so", async () => {
  const { root } = await drawNothing({ undoGap: async () => false });
  await click(root, "[data-action=gap]");
  await click(root, "[data-action=send-gap]");

  await click(root, "[data-action=undo-gap]");

  expect(find(root, ".gap-summary").textContent).toContain("Too late to undo");
});

test("a report that is not saved keeps the form and its words", async () => {
  const { root } = await drawNothing({ reportGap: () => Promise.reject(new Error("disk full")) });
  await click(root, "[data-action=gap]");

  await click(root, "[data-action=send-gap]");

  expect(find(root, "[role=alert]").textContent).toBe("The gap could not be reported. Try again.");
  expect(words(root)).toEqual(["wrapping", "gift"]);
});

test("the same ticket's gap is not offered twice, another ticket's is", async () => {
  const { root, activePage } = await drawNothing();
  await click(root, "[data-action=gap]");
  await click(root, "[data-action=send-gap]");

  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });
  await settle();
  const elsewhere = root.querySelector("[data-action=gap]");
  await act(() => {
    activePage.value = ticketPage();
  });
  await settle();

  expect(elsewhere).not.toBeNull();
  expect(root.querySelector("[data-action=gap]")).toBeNull();
  expect(find(root, ".gap-summary").textContent).toContain("Gap reported");
});

test("a form left open on one ticket does not stand beside another", async () => {
  const { root, activePage } = await drawNothing();
  await click(root, "[data-action=gap]");

  await act(() => {
    activePage.value = ticketPage({ id: "2" });
  });
  await settle();

  expect(root.querySelector("form.gap-form")).toBeNull();
});

test("under suggestions that may be wrong the gap is a quiet question, under sure ones it is none", async () => {
  const maybe = await drawNothing({}, createAnswer({ certainty: "maybe" }));
  const quiet = find(maybe.root, ".gap-line").textContent;

  const sure = await drawNothing({}, createAnswer());

  expect(quiet).toBe("Not this one?Report a gap");
  expect(sure.root.querySelector(".gap")).toBeNull();
});

test("the form speaks French", async () => {
  const { root } = await drawNothing({}, NOTHING, "fr");

  await click(root, "[data-action=gap]", "Signaler un article manquant");

  expect(find(root, ".gap-only").textContent).toBe("Seuls ces mots seront envoyés, rien d’autre du ticket.");
});
