// @vitest-environment jsdom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Library } from "../../../lib/worker/protocol";
import { click, find, press, settle } from "../render";
import { createActivePage, createDraft, NOW_MS, pageWith } from "../support";
import { openCapture, PROPOSAL, pass } from "./open-capture";

// jsdom does not scroll.
Element.prototype.scrollTo = () => undefined;

beforeEach(() => vi.useFakeTimers({ now: NOW_MS, toFake: ["setTimeout", "clearTimeout", "setInterval", "Date"] }));
afterEach(() => vi.useRealTimers());

function field(root: HTMLElement, name: string): HTMLInputElement | HTMLTextAreaElement {
  const found = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-field=${name}]`);
  if (!found) throw new Error(`No field ${name}`);
  return found;
}

async function typeInto(root: HTMLElement, name: string, text: string) {
  await act(() => {
    const target = field(root, name);
    target.value = text;
    target.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}

test("the key d begins a draft from the ticket, with what was taken out and what is similar", async () => {
  const { root } = await openCapture();

  expect(field(root, "title").value).toBe("Charged twice");
  expect(field(root, "text").value).toBe("## Cause\n\n## Solution\n\nRestart.");
  expect(find(root, ".taken-out").textContent).toContain("Ngozi Okafor [name]");
  expect(find(root, ".similar-articles li").textContent).toBe("Refund a double charge");
});

test("nothing is kept before something was typed", async () => {
  const { saveDraft, unmount } = await openCapture();

  await pass(5000);
  await unmount();

  expect(saveDraft).not.toHaveBeenCalled();
});

test("what is typed is kept a moment later, and later changes go to the same draft", async () => {
  const { root, saveDraft } = await openCapture();

  await typeInto(root, "title", "Charged");
  await typeInto(root, "title", "Charged two times");
  await pass(700);
  await typeInto(root, "note", "Tried twice");
  await pass(700);

  expect(saveDraft.mock.calls.map(([request]) => [request.id, request.content.title, request.note])).toEqual([
    [null, "Charged two times", ""],
    ["draft-1", "Charged two times", "Tried twice"],
  ]);
  expect(find(root, ".draft-keeping").textContent).toBe("Kept on this machine");
});

test("what was typed last is kept when the page is left at once", async () => {
  const { root, saveDraft } = await openCapture();
  await typeInto(root, "title", "Charged two times");

  await click(root, ".page-top button", "Back");
  await settle();

  expect(saveDraft).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ handOver: false }));
});

test("who types on and on has it kept every two seconds, and at once when the panel is hidden", async () => {
  const { root, saveDraft } = await openCapture();
  for (let turn = 0; turn < 5; turn++) {
    await typeInto(root, "title", `Charged ${turn}`);
    await pass(500);
  }
  const whileTyping = saveDraft.mock.calls.length;
  const hidden = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");

  await typeInto(root, "title", "Charged at last");
  document.dispatchEvent(new Event("visibilitychange"));
  await settle();
  hidden.mockRestore();

  expect(whileTyping).toBe(1);
  expect(saveDraft.mock.lastCall?.[0].content.title).toBe("Charged at last");
});

test("a draft begun from a ticket stays on screen when a tab without a ticket comes to the front", async () => {
  const activePage = createActivePage();
  const { root } = await openCapture({}, { activePage });
  await typeInto(root, "title", "Charged two times");

  await act(() => {
    activePage.value = { ...pageWith(null), tabId: 2 };
  });
  await pass(700);

  expect(field(root, "title").value).toBe("Charged two times");
});

test("what was changed elsewhere meanwhile is kept as a draft of its own, and that is said", async () => {
  const drafts = [createDraft({ title: "Reset a router" }, { id: "old", updatedAtMs: 7 })];
  const saveDraft = vi.fn<Library["saveDraft"]>(async ({ content }) => createDraft(content, { id: "own" }));
  const { root } = await openCapture({ listDrafts: async () => drafts, saveDraft });
  await click(root, ".draft-toggle");
  await click(root, ".draft-row .text-button", "Go on writing");

  await typeInto(root, "title", "Reset it");
  await pass(700);
  await typeInto(root, "title", "Reset it again");
  await pass(700);

  expect(saveDraft.mock.calls.map(([request]) => [request.id, request.knownAtMs])).toEqual([
    ["old", 7],
    ["own", NOW_MS],
  ]);
  expect(find(root, ".draft-end").textContent).toContain("This draft was changed elsewhere.");
});

test("the focus goes on with the agent: after handing over, another draft, going on, and keeping", async () => {
  const drafts = [createDraft({ title: "Reset a router" }, { id: "old" })];
  const { root } = await openCapture({ listDrafts: async () => drafts });
  const handOver = find(root, ".draft-form .button-primary");
  handOver.focus();
  await click(root, ".draft-form .button-primary");
  const afterHandOver = document.activeElement?.textContent;
  await click(root, ".state-message button", "Write another");
  const afterAnother = document.activeElement;
  const title = field(root, "title");
  await click(root, ".draft-toggle");
  await click(root, ".draft-row .text-button", "Delete “Reset a router”");
  await click(root, ".draft-ask button", "Keep");
  const afterKeep = document.activeElement?.getAttribute("aria-label");
  const goOn = find(root, ".draft-row .text-button");
  goOn.focus();

  await click(root, ".draft-row .text-button", "Go on writing");

  expect(afterHandOver).toBe("Write another");
  expect(afterAnother).toBe(title);
  expect(afterKeep).toBe("Delete “Reset a router”");
  expect(document.activeElement).toBe(field(root, "title"));
});

test("pressing the kind that is chosen already says nothing", async () => {
  const { root } = await openCapture();
  const chosen = find(root, ".draft-field .chip[aria-pressed=true]").textContent ?? "";

  await click(root, ".draft-field .chip", chosen);
  await pass(1000);

  expect(root.querySelector("[role=status]")?.textContent).not.toContain("Your text stays");
});

test("who looks at a similar article finds the draft as it was", async () => {
  const { root } = await openCapture();
  await typeInto(root, "title", "Charged two times");
  await click(root, ".similar-articles [data-action=open]");

  await press("Escape");

  expect(field(root, "title").value).toBe("Charged two times");
  expect(find(root, ".taken-out").textContent).toContain("Ngozi Okafor");
});

test("a draft that cannot be kept says so and stays on screen", async () => {
  const { root } = await openCapture({ saveDraft: () => Promise.reject(new Error("disk full")) });

  await typeInto(root, "title", "Charged two times");
  await pass(700);

  expect(find(root, ".draft-keeping[role=alert]").textContent).toContain("could not store it");
  expect(field(root, "title").value).toBe("Charged two times");
});

test("handing over sends the words on screen without empty headings, once", async () => {
  const { root, saveDraft } = await openCapture();
  await typeInto(root, "title", "Charged two times");

  await click(root, ".draft-form .button-primary");
  await pass(2000);

  expect(saveDraft).toHaveBeenCalledExactlyOnceWith({
    id: null,
    content: expect.objectContaining({
      title: "Charged two times",
      bodyHtml: "<h2>Solution</h2><p>Restart.</p>",
    }),
    note: "",
    handOver: true,
  });
  expect(find(root, ".state-title").textContent).toBe("Handed over");
});

test("a draft without a title is not handed over, and the field gets the focus", async () => {
  const { root, saveDraft } = await openCapture();
  await typeInto(root, "title", " ");

  await click(root, ".draft-form .button-primary");

  expect(saveDraft).not.toHaveBeenCalledWith(expect.objectContaining({ handOver: true }));
  expect(document.activeElement).toBe(field(root, "title"));
  expect(find(root, ".field-problem").textContent).toBe("An article needs a title.");
});

test("a draft that could not be handed over stays, with its words", async () => {
  const { root } = await openCapture({ saveDraft: () => Promise.reject(new Error("closed")) });

  await click(root, ".draft-form .button-primary");

  expect(find(root, ".draft-end [role=alert]").textContent).toContain("could not be handed over");
  expect(field(root, "title").value).toBe("Charged twice");
});

test("another kind brings its template while the text is as proposed, and leaves a text of one's own", async () => {
  const proposeDraft = vi.fn<Library["proposeDraft"]>(async ({ kind }) => ({
    ...PROPOSAL,
    content: { ...PROPOSAL.content, kind, bodyHtml: `<h2>${kind}</h2>` },
  }));
  const { root } = await openCapture({ proposeDraft });

  await click(root, ".draft-field .chip", "Policy");
  const proposed = field(root, "text").value;
  await typeInto(root, "text", "My own words.");
  await click(root, ".draft-field .chip", "FAQ");

  expect(proposed).toBe("## policy");
  expect(field(root, "text").value).toBe("My own words.");
  expect(find(root, ".draft-field .chip[aria-pressed=true]").textContent).toBe("FAQ");
});

test("a ticket that cannot be read leads to an empty draft, not to a dead end", async () => {
  const { root } = await openCapture({ proposeDraft: () => Promise.reject(new Error("no index")) });

  await click(root, ".state-message button", "Begin an empty draft");

  expect(field(root, "title").value).toBe("");
});

test("a draft begun earlier is gone on with", async () => {
  const drafts = [createDraft({ title: "Reset a router" }, { id: "old" })];
  const { root, saveDraft } = await openCapture({ listDrafts: async () => drafts });
  await click(root, ".draft-toggle");

  await click(root, ".draft-row .text-button", "Go on writing");
  await typeInto(root, "title", "Reset a router from afar");
  await pass(700);

  expect(saveDraft).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "old" }));
});

test("a draft is deleted after a second press only", async () => {
  const deleteDraft = vi.fn<Library["deleteDraft"]>(async () => undefined);
  const drafts = [createDraft({ title: "Reset a router" }, { id: "old" })];
  const { root } = await openCapture({ listDrafts: async () => drafts, deleteDraft });
  await click(root, ".draft-toggle");

  await click(root, ".draft-row .text-button", "Delete “Reset a router”");
  const asked = deleteDraft.mock.calls.length;
  await click(root, ".draft-ask button", "Delete");

  expect(asked).toBe(0);
  expect(deleteDraft).toHaveBeenCalledExactlyOnceWith({ draftId: "old" });
});

test("a draft handed over says where it stands and is not written on", async () => {
  const drafts = [createDraft({ title: "Reset a router" }, { id: "old", state: "queued" })];
  const { root } = await openCapture({ listDrafts: async () => drafts });

  await click(root, ".draft-toggle");

  expect(find(root, ".draft-row-state").textContent).toContain("Waiting to be sent");
  expect(root.querySelector(".draft-row")?.textContent).not.toContain("Go on writing");
});
