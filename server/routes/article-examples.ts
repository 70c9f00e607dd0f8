import type { ArticleState, ArticleSummary, VersionSummary } from "../../lib/contract/article-states";
import type { ArticleContent } from "../../lib/contract/authoring";

export const exampleContent: ArticleContent = {
  language: "en",
  translationOf: null,
  sourceVersion: null,
  title: "When a direct debit fails",
  summary: "Why it fails, and what the customer can do.",
  bodyHtml: "<p>The bank returns it.</p><h2>What to do</h2><p>Ask for another day.</p>",
  replyText: "We will try again on the first working day of next month.",
  kind: "troubleshooting",
  audience: "internal",
  groups: ["billing"],
  category: ["Billing", "Direct debit"],
  tags: ["sepa"],
  situations: [],
  owner: { kind: "team", name: "Billing team" },
  url: null,
  publishedAt: null,
  expiresAt: null,
  verifyEveryDays: null,
  escalation: null,
};

const WRITTEN = "2026-11-02T09:00:00.000Z";
const PUBLISHED = "2026-10-01T08:00:00.000Z";

export const exampleSummary: ArticleSummary = {
  id: "direct-debit-fails",
  etag: '"4.81737"',
  status: "published",
  publishedVersion: 3,
  ...{
    language: "en",
    translationOf: null,
    title: exampleContent.title,
    kind: "troubleshooting",
    audience: "internal",
  },
  ...{ groups: ["billing"], category: ["Billing", "Direct debit"], tags: ["sepa"], owner: exampleContent.owner },
  ...{
    openFlags: 1,
    verifyEveryDays: 90,
    publishedAt: PUBLISHED,
    updatedAt: PUBLISHED,
    expiresAt: null,
    archivedAt: null,
  },
  ...{ verifiedAt: PUBLISHED, verifiedBy: "Ada Moreau", verifyBy: "2026-12-30T08:00:00.000Z", lag: null, source: null },
  workingCopy: { status: "inReview", authorName: "Noor Haddad", updatedAt: WRITTEN, dueAt: null },
};

export const exampleState: ArticleState = {
  ...exampleSummary,
  content: { ...exampleContent, publishedAt: PUBLISHED },
  workingCopy: {
    ...{ status: "inReview", content: { ...exampleContent, publishedAt: PUBLISHED }, baseVersion: 3 },
    ...{ note: "The day is another one now.", authorName: "Noor Haddad", isOwn: false, createdAt: WRITTEN },
    ...{ updatedAt: WRITTEN, submittedAt: WRITTEN, dueAt: null, reviewerName: null, reviewNote: null },
  },
  isBeingEdited: true,
  translates: null,
  translations: [
    {
      ...{ id: "direct-debit-fails-fr", language: "fr", title: "Prélèvement refusé", sourceVersion: 2 },
      ...{ publishedVersion: 2, lag: 1 },
    },
  ],
};

export const exampleVersion: VersionSummary = {
  ...{ version: 3, title: exampleContent.title, authorName: "Noor Haddad", approvedByName: "Ada Moreau" },
  ...{ origin: "edit", note: "The fee is another one.", createdAt: PUBLISHED },
};
