import type { Library } from "../../../lib/worker/protocol";
import type { DraftProposal } from "../../../lib/worker/protocol/outbox";
import { createDraft, NOW_MS } from "../../components/support";
import { SUGGESTIONS } from "../articles";
import { FOUND, library, press, type Scene, soon, type } from "../scene";

const proposal: DraftProposal = {
  content: {
    language: "en",
    title: "Charged twice for October",
    summary: "",
    bodyHtml:
      "<h2>What the customer sees</h2><p>I was charged twice for October, 39.90 € each time, with order [order number].</p><h2>Cause</h2><h2>Solution</h2><p>Please do this:</p><ol><li>Open the invoice.</li><li>Compare both amounts.</li></ol>",
    replyText: "I can see one charge for October and one amount that your bank has only reserved.",
    kind: "troubleshooting",
    category: [],
    tags: [],
  },
  removed: [
    { kind: "name", value: "Ngozi Okafor", label: "[name]" },
    { kind: "number", value: "558201", label: "[order number]" },
    { kind: "email", value: "ngozi.okafor@bikes-and-more.example", label: "[e-mail address]" },
  ],
  similar: SUGGESTIONS.slice(0, 2),
};

const drafts = [
  createDraft({ title: "Reset a router from afar" }, { id: "a", updatedAtMs: NOW_MS - 3_600_000 }),
  createDraft({ title: "" }, { id: "b", state: "queued" }),
  createDraft({ title: "Refund a gift card" }, { id: "c", state: "sent", updatedAtMs: NOW_MS - 86_400_000 }),
  createDraft({ title: "Prices of 2024" }, { id: "d", state: "refused", detail: "the category does not exist" }),
];

const withProposal: Partial<Library> = { proposeDraft: async () => proposal };
const capture = (more: Partial<Library> = {}) => library(FOUND, {}, { ...withProposal, ...more });
const openPage = (root: HTMLElement) => press(root, "[data-action=capture]");

async function scrolled(root: HTMLElement): Promise<void> {
  openPage(root);
  await soon();
  root.querySelector("main")?.scrollTo(0, 10_000);
}

async function typed(root: HTMLElement): Promise<void> {
  openPage(root);
  await soon();
  type(root, "Charged twice", "[data-field=title]");
  await new Promise((resolve) => setTimeout(resolve, 900));
  root.querySelector("main")?.scrollTo(0, 10_000);
}

export const captureScenes: Record<string, Scene> = {
  capture: { library: capture(), act: openPage },
  captureFrench: { library: capture(), act: openPage, language: "fr" },
  captureEnd: { library: capture(), act: scrolled },
  captureEndFrench: { library: capture(), act: scrolled, language: "fr" },
  captureKept: { library: capture(), act: typed },
  captureNotKept: { library: capture({ saveDraft: () => Promise.reject(new Error("full")) }), act: typed },
  captureNothingTakenOut: {
    library: capture({ proposeDraft: async () => ({ ...proposal, removed: [], similar: [] }) }),
    act: scrolled,
  },
  captureWithDrafts: {
    library: capture({ listDrafts: async () => drafts }),
    act: async (root) => {
      openPage(root);
      await soon();
      press(root, ".draft-toggle");
      await soon();
      root.querySelectorAll<HTMLElement>(".draft-row-actions .text-button")[1]?.click();
    },
  },
  captureIncomplete: {
    library: capture({
      proposeDraft: async () => ({ ...proposal, content: { ...proposal.content, title: "" } }),
    }),
    act: async (root) => {
      openPage(root);
      await soon();
      press(root, ".draft-form .button-primary");
    },
  },
  captureFailed: { library: capture({ proposeDraft: () => Promise.reject(new Error("no")) }), act: openPage },
  captureHandedOver: {
    library: capture(),
    act: async (root) => {
      openPage(root);
      await soon();
      press(root, ".draft-form .button-primary");
    },
  },
};
