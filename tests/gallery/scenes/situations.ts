import type { SituationBlock } from "../../../lib/worker/protocol/situations";
import { createBlock, createNotice, createPart, createTicketNotices } from "../../components/notices";
import { FOUND, library, press, type Scene, soon } from "../scene";

const MOVING = createBlock({
  matchedCues: ["moving house", "new address"],
  parts: [
    createPart({
      card: { id: "move", title: "Move a contract to a new address" },
      excerpt:
        "Ask for the new address and the day of the move, then change both in the contract. The line works at the new place two working days later.",
      replyText: "Dear customer, we move your contract to your new address.",
    }),
    createPart({
      role: "keyFact",
      card: { id: "period", title: "Notice period when the new address has no line" },
      excerpt: "One month from the day of the move, whatever the contract says.",
    }),
    createPart({
      role: "keyFact",
      card: { id: "fee", title: "Moving is free" },
      excerpt: "A visit by a technician costs 49 €.",
    }),
    createPart({
      role: "advice",
      card: { id: "early", title: "Ask for six weeks’ notice" },
      excerpt: "Technicians are booked early.",
    }),
    createPart({
      role: "offer",
      card: { id: "faster", title: "A faster line for the same price" },
      excerpt: "For 24 months, at addresses with fibre.",
    }),
    createPart({ role: "keyFact", card: { id: "meter", title: "Meter readings are not needed" } }),
  ],
});
const COMPLAINT = createBlock({
  id: "complaint",
  name: "Formal complaint",
  matchedCues: ["ombudsman"],
  isLikely: false,
  parts: [createPart({ card: { id: "refund" }, excerpt: "Answer within 14 days." })],
});
const INTERNAL = createBlock({
  id: "bereavement",
  name: "Death of a customer, and what the family has to do",
  matchedCues: ["passed away", "my late father", "the estate of"],
  parts: [
    createPart({
      card: { id: "refund", title: "Ending the contract of somebody who died", audience: "internal", openFlags: 1 },
      excerpt: "No fees, no notice period.",
    }),
  ],
});

const withBlocks = (...blocks: SituationBlock[]) => library(FOUND, {}, { situationsFor: async () => blocks });

const notices = createTicketNotices([
  createNotice({ needsAcknowledgement: true, matchedCues: ["moving"] }),
  createNotice({ id: "hours", severity: "info", title: "The phone line is closed on 1 January" }),
]);

export const situationScenes: Record<string, Scene> = {
  situation: { library: withBlocks(MOVING) },
  situationFrench: { library: withBlocks(MOVING), language: "fr" },
  situationsTwo: { library: withBlocks(MOVING, COMPLAINT) },
  situationUnlikely: { library: withBlocks(COMPLAINT) },
  situationInternal: { library: withBlocks(INTERNAL) },
  situationAll: {
    library: withBlocks(MOVING),
    act: async (root) => {
      await soon();
      press(root, ".situation-more");
    },
  },
  situationAndNotices: {
    library: library(FOUND, {}, { situationsFor: async () => [MOVING], noticesFor: async () => notices }),
  },
};
