/** An article in a list, and what can be done with it. */
import type { ArticleKind, Audience } from "../../../lib/contract/article";
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
  verifiedBy: (ago: string, who: string) => `Verified ${ago} by ${who}`,
  due: (timeSpan: string) => `Not verified for ${timeSpan}`,
  neverVerified: "Never verified",
  openFlags: counted({ one: "# open flag", other: "# open flags" }),
  behind: (versions: string, language: string) => `${language} is ${versions} behind`,
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
