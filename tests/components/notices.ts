/** Notices and situations as tests of the components, and the gallery, see them. */
import type { NoticeView, TicketNotices } from "../../lib/worker/protocol/notices";
import type { SituationBlock, SituationPart } from "../../lib/worker/protocol/situations";
import { createCard, daysAgo } from "./support";

export function createNotice(overrides: Partial<NoticeView> = {}): NoticeView {
  return {
    id: "express",
    severity: "important",
    title: "Express delivery takes two days",
    whatChanged: "The courier no longer delivers on the next day.",
    ...{ condition: "", language: null, effectiveFrom: null, expiresAt: null, cues: [], tags: [], articleId: null },
    publishedAt: daysAgo(3),
    updatedAt: daysAgo(3),
    needsAcknowledgement: false,
    version: 1,
    ...{ articleTitle: null, matchedCues: [] },
    ...{ isAcknowledged: false, isMuted: false, isAside: false, isChanged: false },
    ...overrides,
  };
}

/** What the library answers with these notices and no others in force. */
export function createTicketNotices(notices: NoticeView[], overrides: Partial<TicketNotices> = {}): TicketNotices {
  return { notices, hiddenCount: 0, inForceCount: notices.length, ...overrides };
}

export function createPart(
  overrides: Partial<Omit<SituationPart, "card">> & { card?: Parameters<typeof createCard>[0] } = {},
): SituationPart {
  const { card, ...more } = overrides;
  return { role: "answer", card: createCard(card), excerpt: "", replyText: null, ...more };
}

export function createBlock(overrides: Partial<SituationBlock> = {}): SituationBlock {
  return {
    ...{ id: "moving", name: "Moving house", matchedCues: ["new address"], isLikely: true, parts: [createPart()] },
    ...overrides,
  };
}
