/** An article in a list, and what can be done with it. */
import type { ArticleKind, Audience } from "../../../lib/contract/article";
import type { FlagReason } from "../../../lib/contract/flags";
import type { FlagState } from "../../../lib/worker/protocol";
import { createCounted } from "../counted";

const counted = createCounted("en");

export const card = {
  list: "Suggested articles",
  searchList: "Search results",
  kinds: {
    "how-to": "How-to",
    troubleshooting: "Troubleshooting",
    policy: "Policy",
    faq: "FAQ",
    reference: "Reference",
  } satisfies Record<ArticleKind, string>,
  audiences: { public: "Public", internal: "Internal" } satisfies Record<Audience, string>,
  audienceHints: {
    public: "Customers may see this article",
    internal: "For agents only, not for customers",
  } satisfies Record<Audience, string>,
  language: (name: string) => `Written in ${name}`,
  otherLanguage: (name: string) => `In ${name}, unlike the ticket`,
};

export const trust = {
  verified: (ago: string) => `Verified ${ago}`,
  verifiedBy: (ago: string, owner: string) => `Verified ${ago} by ${owner}`,
  due: (timeSpan: string) => `Not verified for ${timeSpan}`,
  neverVerified: "Never verified",
  openFlags: counted({ one: "# open flag", other: "# open flags" }),
  behind: (versions: string, language: string) => `${versions} behind the ${language} original`,
  versions: counted({ one: "# version", other: "# versions" }),
};

export const copy = {
  link: "Copy link",
  copied: "Copied",
  failed: "Not copied. Select the text and copy it yourself.",
  noAddress: {
    public: "No link to copy: this article has no public address.",
    internal: "No link to copy: this article is internal.",
  } satisfies Record<Audience, string>,
};

export const flag = {
  flag: "Flag as wrong",
  flagged: "Flagged",
  details: "Show your flag",
  undo: "Undo",
  undoIn: counted({ one: "Undo is possible for # second", other: "Undo is possible for # seconds" }),
  undone: "Flag taken back",
  states: { queued: "Waiting to be sent", sent: "Sent", refused: "Refused" } satisfies Record<
    FlagState["state"],
    string
  >,
  refused: (detail: string) => `Refused by the server: ${detail}`,
  refusedPlain: "Refused by the server. Flag it again, or tell your knowledge manager.",
  question: "What is wrong? (optional)",
  reasons: {
    incorrect: "Incorrect",
    outdated: "Outdated",
    confusing: "Confusing",
    incomplete: "Incomplete",
  } satisfies Record<FlagReason, string>,
  word: "In a word (optional)",
  wordPlaceholder: "For example: the fee is now 12 €",
  save: "Save",
  done: "Done",
  edit: "Say more",
  saved: "Saved",
  notSaved: "The flag could not be saved. Try again.",
  tooLate: "Too late to undo: the flag has left.",
};
