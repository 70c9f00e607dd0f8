/** The panel itself: its status line, its keys, its failures. */
import { createCounted } from "../counted";

const counted = createCounted("en");

export const sync = {
  freshAt: (moment: string) => `Up to date at ${moment}`,
  showingFrom: (moment: string) => `showing articles from ${moment}`,
  notYet: "Not synced yet",
  syncing: "Syncing…",
  firstSync: (received: string, total: string) => `${received} of ${total} articles`,
  firstSyncLabel: "Getting the articles",
  offline: "Offline",
  nextTry: (moment: string) => `next try at ${moment}`,
  queuedFlags: counted({ one: "# flag waiting to be sent", other: "# flags waiting to be sent" }),
  syncNow: "Sync now",
  options: "Options",
  openOptions: "Open options",
  stopped: "Not syncing",
  problems: {
    offline: { title: "You are offline", hint: "The articles come as soon as there is a connection." },
    unauthorized: { title: "Your access token was refused", hint: "Enter a new one in the options." },
    forbidden: {
      title: "You have no access to this knowledge base",
      hint: "Ask your administrator to let you in.",
    },
    clientTooOld: {
      title: "This version of Souffleur is too old",
      hint: "Update the extension, then open this panel again.",
    },
    notOurApi: {
      title: "The sync address does not answer as Souffleur",
      hint: "Check the address in the options.",
    },
    serverError: { title: "The server has a problem", hint: "It is tried again by itself. Nothing is lost." },
    badAnswer: {
      title: "The server’s answer makes no sense",
      hint: "Tell your administrator. The articles already here stay usable.",
    },
    rateLimited: { title: "The server asks to wait", hint: "It is tried again by itself. Nothing is lost." },
    storageFull: {
      title: "The disk is full",
      hint: "Free some space, then sync again. The articles already here stay usable.",
    },
    libraryNewer: {
      title: "Souffleur was updated meanwhile",
      hint: "Close the sidebar and open it again. If this stays, restart the browser.",
    },
  },
  unsent: {
    title: (unsent: string) => `Not sent yet: ${unsent}`,
    names: { flags: "flags", acknowledgements: "notices understood", gaps: "gaps", drafts: "drafts" },
    hint: "The server does not take them for now. They are sent again by themselves. Nothing is lost.",
  },
};

export const notConnected = {
  title: "Not connected yet",
  hint: "Enter your team’s sync address and your token, and the articles come to you.",
};

export const keys = {
  title: "Keys",
  show: "Show the keys",
  close: "Close",
  search: "Search",
  move: "Move between articles",
  open: "Open the article",
  flag: "Flag as wrong",
  insert: "Insert the link",
  insertAnswer: "Insert the answer",
  quote: "Quote the selection (in an article)",
  copy: "Copy the link",
  pin: "Pin the article",
  news: "What is new",
  why: "Why this article",
  newer: "Show newer suggestions",
  gap: "Report a gap",
  back: "Back, or clear the search",
  help: "This list",
  groups: {
    everywhere: "Everywhere",
    list: "Beside a ticket",
    article: "On the article in focus",
    reading: "In an open article",
  },
  /** What stands on the keys themselves. */
  names: { Enter: "Enter", Escape: "Esc" },
};

export const broken = {
  title: "This panel ran into an error",
  hint: "Your articles and flags are safe. Reload the panel to go on.",
  reload: "Reload",
};
