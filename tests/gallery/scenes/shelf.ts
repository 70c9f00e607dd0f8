import type { Shelf } from "../../../lib/worker/protocol/finding";
import { createCard, daysAgo, pageWith } from "../../components/support";
import { SUGGESTIONS } from "../articles";
import { FOUND, library, NOTHING, press, type Scene, soon } from "../scene";

const CARDS = [
  createCard({ id: "router", title: "Router shows a red light after a storm", kind: "troubleshooting" }),
  createCard({ id: "fees", title: "Fees by contract and country", kind: "reference", updatedAt: daysAgo(2) }),
  createCard({
    ...{ id: "returns", title: "What we take back, and until when: the rules for shops and the web" },
    ...{ kind: "policy", audience: "internal", updatedAt: daysAgo(400) },
  }),
  createCard({ id: "moving", title: "Moving house", kind: "faq" }),
  createCard({ id: "facture", title: "Lire une facture", language: "fr", updatedAt: daysAgo(0) }),
];

const SHELF: Shelf = {
  pinned: CARDS.slice(0, 3),
  recent: [...CARDS.slice(3), ...SUGGESTIONS.slice(0, 2).map(({ card }) => card)],
  similar: [],
  searches: ["refund fee", "“direct debit”", "router", "change of address before the move", "SEPA"],
};

const withShelf = (answer = FOUND, shelf: Partial<Shelf> = {}) =>
  library(answer, {}, { readShelf: async () => ({ ...SHELF, ...shelf }) });

async function useBox(root: HTMLElement): Promise<void> {
  await soon();
  press(root, "[data-action=search]");
  root.querySelector<HTMLElement>("[data-action=search]")?.focus();
}

export const shelfScenes: Record<string, Scene> = {
  shelfFolded: { library: withShelf({ ...FOUND, suggestions: SUGGESTIONS.slice(0, 1) }) },
  shelfOpened: {
    library: withShelf({ ...FOUND, suggestions: SUGGESTIONS.slice(0, 1) }, { similar: [CARDS[4] ?? createCard()] }),
    act: async (root) => {
      await soon();
      press(root, ".shelf-button");
    },
  },
  shelfNothingFits: { library: withShelf(NOTHING, { similar: CARDS.slice(3, 4) }) },
  shelfNoTicket: { library: withShelf(), page: pageWith({ state: "none", helpdesk: "zendesk" }) },
  shelfFrench: { library: withShelf(), page: pageWith({ state: "none", helpdesk: "zendesk" }), language: "fr" },
  shelfInBox: { library: withShelf(), act: useBox },
  shelfInBoxFrench: { library: withShelf(), act: useBox, language: "fr" },
  shelfManyPins: {
    library: withShelf(NOTHING, {
      pinned: Array.from({ length: 9 }, (_, at) => createCard({ id: `p${at}`, title: `Pinned article ${at + 1}` })),
    }),
  },
};
