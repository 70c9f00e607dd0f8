/** What is new for the agent. */
import type { NewsEntry } from "../../../lib/worker/protocol/news";
import { createCounted } from "../counted";

const counted = createCounted("en");

export const news = {
  title: "What is new",
  count: counted({ one: "# article is new or changed", other: "# articles are new or changed" }),
  show: "Show",
  showLabel: "Show what is new",
  loading: "Looking up what is new…",
  failed: "What is new could not be read",
  none: "Nothing new",
  noneHint: "When articles come or change, they are listed here until you have read them.",
  forTicket: "For this ticket",
  others: "Others",
  changes: { new: "New", changed: "Changed" } satisfies Record<NewsEntry["change"], string>,
  read: "Read",
  markAllRead: "Mark all read",
  allRead: "All marked as read",
  notSaved: "That could not be saved. Try again.",
  whatChanged: "What changed",
  comparing: "Comparing…",
  compareFailed: "The two versions could not be compared. Close this and try again.",
  nothingToCompare: "The earlier text is no longer kept. Open the article to read it as it is now.",
  titleChanged: "Title",
  replyChanged: "Ready answer",
  added: "Added:",
  removed: "Removed:",
};
