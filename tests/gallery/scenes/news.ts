import { compareArticles } from "../../../lib/worker/compare-articles";
import type { NewsEntry } from "../../../lib/worker/protocol/news";
import { createCard, createFakeLibrary, DAY_MS, daysAgo, NOW_MS } from "../../components/support";
import { FOUND, library, press, type Scene, soon } from "../scene";

function entry(card: Parameters<typeof createCard>[0], more: Partial<NewsEntry> = {}): NewsEntry {
  return {
    card: createCard(card),
    ...{ change: "changed", sinceVersion: 2, arrivedAtMs: NOW_MS - 40 * 60_000, suitsTicket: false },
    ...more,
  };
}

const ENTRIES: NewsEntry[] = [
  entry(
    {
      id: "refund",
      title: "Refund a double charge",
      updatedAt: daysAgo(3),
      verifiedAt: daysAgo(1),
      verifiedBy: "Ines",
    },
    { suitsTicket: true },
  ),
  entry(
    { id: "fees", title: "Fees by contract and country", kind: "reference" },
    { change: "new", sinceVersion: null },
  ),
  entry(
    { id: "returns", title: "What we take back, and until when", kind: "policy", audience: "internal" },
    { arrivedAtMs: NOW_MS - 2 * DAY_MS },
  ),
];

const COMPARISON = compareArticles(
  {
    title: "Refund a double charge",
    sections: [
      { heading: "", text: "A charge that was made twice is paid back in full." },
      {
        heading: "Before you refund",
        text: "Open the invoice.\nThe second charge must be older than 5 days, or the bank takes it back by itself.\nNote the number.",
      },
      { heading: "How long it takes", text: "The customer has the money within 10 working days.\nCards take longer." },
    ],
    replyText: "Dear customer,\nyou will have your money within 10 working days.",
  },
  {
    title: "Refund a double charge",
    sections: [
      { heading: "", text: "A charge that was made twice is paid back in full." },
      {
        heading: "Before you refund",
        text: "Open the invoice.\nThe second charge must be older than 3 days, or the bank takes it back by itself.\nNote the number.\nAsk the customer whether the card is still theirs.",
      },
      { heading: "How long it takes", text: "The customer has the money within 5 working days." },
    ],
    replyText: "Dear customer,\nyou will have your money within 5 working days.",
  },
);

function withNews(entries: NewsEntry[] = ENTRIES) {
  const fake = createFakeLibrary();
  const shown = library(
    FOUND,
    {},
    {
      listNews: async () => entries,
      compareNews: async () => COMPARISON,
      on: (name, listener) => {
        if (name === "newsChanged") setTimeout(() => fake.emit("newsChanged", { count: entries.length }));
        return fake.library.on(name, listener);
      },
    },
  );
  return shown;
}

async function openNews(root: HTMLElement): Promise<void> {
  await soon();
  press(root, "[data-action=news-count]");
  await soon();
}

export const newsScenes: Record<string, Scene> = {
  newsLine: { library: withNews() },
  newsLineFrench: { library: withNews(), language: "fr" },
  news: { library: withNews(), act: openNews },
  newsFrench: { library: withNews(), act: openNews, language: "fr" },
  newsChanges: {
    library: withNews(),
    act: async (root) => {
      await openNews(root);
      press(root, "[data-action=compare]");
      await soon();
    },
  },
  newsRead: {
    library: withNews(),
    act: async (root) => {
      await openNews(root);
      press(root, "[data-action=mark-all-read]");
      await soon();
    },
  },
  newsNone: {
    library: withNews([]),
    act: (root) => {
      root.dispatchEvent(new KeyboardEvent("keydown", { key: "v", bubbles: true }));
    },
  },
};
