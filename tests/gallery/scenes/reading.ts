import type { Library } from "../../../lib/worker/protocol";
import { createCard } from "../../components/support";
import { DETAIL, LONG_DETAIL, SUGGESTIONS } from "../articles";
import { FOUND, library, press, type Scene, soon, type } from "../scene";

const FEES = createCard({ id: "fees", title: "Card fees", category: ["Cards"] });
const DISAGREEMENT = {
  kind: "amount" as const,
  own: { value: "10 €", sentence: "A replacement card costs 10 €." },
  other: {
    card: FEES,
    value: "12 €",
    sentence: "The price of a replacement card is 12 €, booked with the next invoice.",
  },
};
const RELATED = [FEES, ...SUGGESTIONS.slice(1, 4).map(({ card }) => card)];

function reading(more: Partial<Library> = {}): Library {
  return library(FOUND, {}, { readArticle: async () => LONG_DETAIL, relatedArticles: async () => RELATED, ...more });
}

async function open(root: HTMLElement): Promise<void> {
  press(root, "[data-card=refund] [data-action=open]");
  await soon();
}

function opened(more: Partial<Library>, then: (root: HTMLElement) => void | Promise<void> = () => undefined): Scene {
  return {
    library: reading(more),
    act: async (root) => {
      await open(root);
      await then(root);
    },
  };
}

function scrollTo(root: HTMLElement, selector: string): void {
  root.querySelector(selector)?.scrollIntoView({ block: "center" });
}

const disagreeing: Partial<Library> = {
  readArticle: async () => DETAIL,
  findDisagreements: async () => [DISAGREEMENT],
};

/** The open article. */
export const readingScenes: Record<string, Scene> = {
  article: { library: library(), act: (root) => press(root, "[data-card=refund] [data-action=open]") },
  articleFrench: { ...opened({ readArticle: async () => DETAIL }), language: "fr" },
  articleInternal: { library: library(), act: (root) => press(root, "[data-card=goodwill] [data-action=open]") },
  articleMissing: {
    library: library(FOUND, {}, { readArticle: async () => null }),
    act: (root) => press(root, "[data-action=open]"),
  },
  articleLong: opened({}),
  articleOutline: opened({}, async (root) => {
    root.querySelector(".article-page")?.scrollTo({ top: 0 });
    press(root, ".outline-toggle");
    await soon();
  }),
  articleSlimMenu: opened({}, async (root) => {
    scrollTo(root, "[data-passage]");
    await soon();
    press(root, ".slim-title [aria-haspopup]");
  }),
  articleMenu: opened({}, (root) => press(root, "[data-action=more]")),
  articleFind: opened({}, async (root) => {
    press(root, "[data-action=find]");
    await soon();
    type(root, "reserve", ".find-field");
    await soon();
  }),
  articleFindNothing: opened({}, async (root) => {
    press(root, "[data-action=find]");
    await soon();
    type(root, "zebra", ".find-field");
  }),
  articleMatch: opened({}, (root) => {
    press(root, "[data-action=next-match]");
    press(root, "[data-action=next-match]");
  }),
  articleDisagreement: opened(disagreeing),
  articleDisagreementFrench: { ...opened(disagreeing), language: "fr" },
  articleEnd: opened({ readArticle: async () => ({ ...LONG_DETAIL, expiresAt: "2027-03-31T00:00:00Z" }) }, (root) => {
    press(root, ".rating-button:last-of-type");
    scrollTo(root, ".rating");
  }),
  articleAbout: opened({}, (root) => scrollTo(root, ".article-id")),
  articleAboutFrench: { ...opened({}, (root) => scrollTo(root, ".article-id")), language: "fr" },
  articlePieces: opened({}, (root) => scrollTo(root, ".code-box")),
};
