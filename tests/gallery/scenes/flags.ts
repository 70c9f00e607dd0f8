import type { FlagState } from "../../../lib/worker/protocol";
import { createAnswer, createFlag, DAY_MS, daysAgo, NOW_MS } from "../../components/support";
import { SUGGESTIONS } from "../articles";
import { FOUND, library, press, type Scene, soon } from "../scene";

const refused = createFlag({
  reason: "outdated",
  state: "refused",
  detail: "the article no longer exists",
  undoUntilMs: 0,
});
const withRefusedFlag = createAnswer({
  suggestions: SUGGESTIONS.map((suggestion, at) =>
    at === 0 ? { ...suggestion, card: { ...suggestion.card, flag: refused } } : suggestion,
  ),
});

const PASSAGE = "Look before you refund: a refund of an authorisation cannot be taken back.";
const sent = { state: "sent", undoUntilMs: 0 } as const;

function outcome(status: "accepted" | "fixed" | "declined", answer: string | null): Partial<FlagState> {
  return { ...sent, outcome: { status, answer, answeredAt: daysAgo(1) }, isOutcomeNew: true };
}

const declined = createFlag({
  id: "declined",
  articleId: "goodwill",
  articleTitle: "Goodwill credits: who may grant them, how much, and how they are booked",
  reason: "outdated",
  comment: "I thought 40 € was the limit of last year",
  flaggedAtMs: NOW_MS - 6 * DAY_MS,
  ...outcome(
    "declined",
    "Thank you for looking. The 40 € still stand; the change comes in January and has its own notice.",
  ),
});
const fixed = createFlag({
  id: "fixed",
  passage: PASSAGE,
  reason: "incorrect",
  flaggedAtMs: NOW_MS - 3 * DAY_MS,
  ...outcome("fixed", null),
});
const ownFlags = [
  createFlag({ id: "queued", articleTitle: "Read a bank statement with the customer", flaggedAtMs: NOW_MS }),
  createFlag({ id: "sent", ...sent, lookBy: "2026-11-27", reason: "confusing", flaggedAtMs: NOW_MS - 2 * 3_600_000 }),
  createFlag({ id: "late", ...sent, lookBy: "2026-11-19", flaggedAtMs: NOW_MS - 9 * DAY_MS }),
  createFlag({ id: "work", articleTitle: "Payment error codes", ...outcome("accepted", null), isOutcomeNew: false }),
  createFlag({ ...refused, id: "refused", flaggedAtMs: NOW_MS - 20 * DAY_MS }),
];

const withFlags = (flags: FlagState[]) => library(FOUND, {}, { listFlags: async () => flags });

function cardsWith(flag: FlagState) {
  return createAnswer({
    suggestions: SUGGESTIONS.map((each, at) => (at === 0 ? { ...each, card: { ...each.card, flag } } : each)),
  });
}

/** Opens the article, selects its first paragraph and flags it. */
async function flagPassage(root: HTMLElement): Promise<void> {
  press(root, "[data-card=refund] [data-action=open]");
  for (let tries = 0; tries < 10 && !root.querySelector(".article-body p"); tries++) await soon();
  const paragraph = root.querySelector(".article-body p");
  if (paragraph) root.ownerDocument.getSelection()?.selectAllChildren(paragraph);
  press(root, "[data-action=flag]");
  await soon();
}

const flagging = library(FOUND, {}, { flag: async (request) => createFlag({ passage: request.passage ?? null }) });

export const flagScenes: Record<string, Scene> = {
  flagging: { library: library(), act: (root) => press(root, "[data-action=flag]") },
  flagRefused: { library: library(withRefusedFlag) },
  queuedFlags: {
    library: library(FOUND, {
      queued: { flags: 2, acknowledgements: 0, gaps: 0, drafts: 0 },
      problem: { kind: "offline", retryAtMs: null },
    }),
  },
  flagSent: { library: library(cardsWith(createFlag({ ...sent, lookBy: "2026-11-27", reason: "outdated" }))) },
  flagInWork: { library: library(cardsWith(createFlag(outcome("accepted", null)))) },
  flagFixed: { library: library(cardsWith(fixed), {}, { listFlags: async () => [fixed] }) },
  flagPassage: { library: flagging, act: flagPassage },
  flagPassageFrench: { library: flagging, act: flagPassage, language: "fr" },
  flagAttach: {
    library: library(),
    act: async (root) => {
      press(root, "[data-card=refund] [data-action=open]");
      await soon();
      press(root, "[data-action=flag]");
    },
  },
  outcomeFixed: { library: withFlags([fixed]) },
  outcomeDeclined: { library: withFlags([declined, fixed, ...ownFlags]) },
  outcomeFrench: { library: withFlags([declined, fixed]), language: "fr" },
  myFlags: {
    library: withFlags([...ownFlags, fixed, declined]),
    act: (root) => press(root, "[data-action=flags]"),
  },
  myFlagsEnd: {
    library: withFlags([...ownFlags, fixed, declined]),
    act: async (root) => {
      press(root, "[data-action=flags]");
      await soon();
      root.querySelector("main")?.scrollTo(0, 10_000);
    },
  },
  myFlagsFrench: {
    library: withFlags([...ownFlags, fixed, declined]),
    act: (root) => press(root, "[data-action=flags]"),
    language: "fr",
  },
  myFlagsNone: { library: library(), act: (root) => press(root, "[data-action=flags]") },
  myFlagsFailed: {
    library: library(FOUND, {}, { listFlags: () => Promise.reject(new Error("no")) }),
    act: (root) => press(root, "[data-action=flags]"),
  },
};
