/** Writing an article from a ticket, opened over the list, with time under the test's control. */
import { act } from "preact/test-utils";
import { vi } from "vitest";
import type { Library } from "../../../lib/worker/protocol";
import type { DraftProposal } from "../../../lib/worker/protocol/outbox";
import { type DrawAppOptions, drawApp, press, settle } from "../render";
import { createDraft, createFakeLibrary, createSuggestion } from "../support";

export const PROPOSAL: DraftProposal = {
  content: createDraft({
    title: "Charged twice",
    bodyHtml: "<h2>Cause</h2><h2>Solution</h2><p>Restart.</p>",
    kind: "troubleshooting",
  }).content,
  removed: [{ kind: "name", value: "Ngozi Okafor", label: "[name]" }],
  similar: [createSuggestion({ id: "refund", title: "Refund a double charge" })],
};

/** Draws the sidebar and opens a new draft from the ticket in front. */
export async function openCapture(overrides: Partial<Library> = {}, options: DrawAppOptions = {}) {
  const saveDraft = vi.fn<Library["saveDraft"]>(async ({ content, note, handOver }) =>
    createDraft(content, { note, state: handOver ? "queued" : "local" }),
  );
  const fake = createFakeLibrary({ proposeDraft: async () => PROPOSAL, saveDraft, ...overrides });
  const { root, unmount } = await drawApp({ library: fake.library, ...options });
  await press("d");
  return { root, unmount, saveDraft, ...fake };
}

/** Lets time go by. */
export async function pass(timeMs: number) {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(timeMs);
  });
  await settle();
}
