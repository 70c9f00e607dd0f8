import { createNotice, createTicketNotices } from "../../components/notices";
import { DAY_MS, daysAgo, NOW_MS, pageWith } from "../../components/support";
import { FOUND, library, press, type Scene, soon } from "../scene";

const REFUNDS = createNotice({
  id: "refunds",
  severity: "critical",
  title: "Do not promise refunds by bank transfer this week",
  whatChanged:
    "Our bank cannot send transfers until Thursday. Refunds that were already promised go out on Friday, without the customer having to do anything. Cards and vouchers work as usual, and the finance team answers questions about single cases in their own channel.",
  condition: "Only customers who pay by bank transfer, in all countries.",
  effectiveFrom: daysAgo(1),
  articleId: "goodwill",
  articleTitle: "Goodwill credits: who may grant them",
  matchedCues: ["charged twice", "refund"],
  needsAcknowledgement: true,
});
const EXPRESS = createNotice({
  effectiveFrom: new Date(NOW_MS + 3 * DAY_MS).toISOString(),
  needsAcknowledgement: true,
  isChanged: true,
});
const HOURS = createNotice({
  id: "hours",
  severity: "info",
  title: "The phone line is closed on 1 January",
  whatChanged: "Callers hear an announcement.",
  effectiveFrom: daysAgo(40),
});
const MORE = [
  createNotice({
    id: "fees",
    severity: "info",
    title: "New fees for payment reminders",
    whatChanged: "5 € instead of 3 €.",
  }),
  createNotice({
    id: "app",
    severity: "info",
    title: "The app shows delivery windows",
    whatChanged: "From version 8.",
  }),
];
const ALL = [REFUNDS, EXPRESS, HOURS, ...MORE];
const LISTED = [
  { ...EXPRESS, isMuted: true },
  { ...REFUNDS, isAcknowledged: true },
  { ...HOURS, isAside: true },
  ...MORE,
];

function withNotices(notices: typeof ALL, more: Parameters<typeof library>[2] = {}, hiddenCount = 0) {
  const answer = createTicketNotices(notices, { inForceCount: Math.max(5, notices.length), hiddenCount });
  return library(FOUND, {}, { noticesFor: async () => answer, listNotices: async () => LISTED, ...more });
}

async function onPage(root: HTMLElement): Promise<void> {
  await soon();
  press(root, "[data-action=notices]");
}

const pressed = (selector: string) => async (root: HTMLElement) => {
  await soon();
  press(root, selector);
  await soon();
};

const refusing = { acknowledgeNotice: () => Promise.reject(new Error("full")) };

export const noticeScenes: Record<string, Scene> = {
  notice: { library: withNotices([EXPRESS]) },
  noticeCritical: { library: withNotices([REFUNDS]) },
  noticesMany: { library: withNotices(ALL) },
  noticesManyFrench: { library: withNotices(ALL), language: "fr" },
  noticesAll: { library: withNotices(ALL), act: pressed(".team-notices-more button") },
  noticesTwoOpen: { library: withNotices(ALL), act: pressed("[data-notice=express] [data-action=toggle-notice]") },
  noticeWhole: { library: withNotices([REFUNDS]), act: pressed(".folded-more") },
  noticeUnderstood: { library: withNotices([REFUNDS, EXPRESS]), act: pressed("[data-action=understood]") },
  noticeAside: { library: withNotices([EXPRESS]), act: pressed("[data-action=not-here]") },
  noticeAsideFrench: { library: withNotices([EXPRESS]), act: pressed("[data-action=mute-notice]"), language: "fr" },
  noticeNotSaved: { library: withNotices([EXPRESS], refusing), act: pressed("[data-action=understood]") },
  noticesHidden: { library: withNotices([], {}, 2) },
  noticesNoTicket: { library: withNotices([]), page: pageWith(null) },
  noticesPage: { library: withNotices(ALL), act: onPage },
  noticesPageFrench: { library: withNotices(ALL), act: onPage, language: "fr" },
  noticesPageEmpty: { library: withNotices(ALL, { listNotices: async () => [] }), act: onPage },
  noticesPageFailed: {
    library: withNotices(ALL, { listNotices: () => Promise.reject(new Error("gone")) }),
    act: onPage,
  },
};
