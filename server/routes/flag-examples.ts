/** What the OpenAPI document shows of flags. */
import type { FlagCase, FlagReport } from "../../lib/contract/flag-cases";
import type { FlagSubmission } from "../../lib/contract/flags";

export const exampleFlag: FlagSubmission = {
  id: "019f4a0c-7c2e-7d41-9b1e-5a1f3f6f2b10",
  articleId: "faq-12",
  articleVersion: 3,
  reason: "outdated",
  comment: "The fee is 12 euros now.",
  passage: "A second card costs 10 euros.",
  flaggedAt: "2026-11-02T09:00:00.000Z",
};

export const exampleFlagReport: FlagReport = {
  ...exampleFlag,
  caseId: "5d0a1f0e-3f53-4c43-9d57-0b0f1f0c8a51",
  receivedAt: "2026-11-02T09:00:04.000Z",
  amendedAt: null,
  flaggedBy: { id: "a3c5f1de-0d0b-4a43-8a6f-2f1f5f0c7b90", name: "Noor Haddad" },
  status: "open",
  lookBy: "2026-11-05",
  answer: null,
  answeredAt: null,
};

export const exampleFlagCase: FlagCase = {
  id: exampleFlagReport.caseId,
  articleId: "faq-12",
  articleTitle: "Fees for a returned direct debit",
  status: "open",
  isOverdue: false,
  assignee: { agentId: "7be0c0e2-9d0f-4d35-8a7e-6f5a4d3c2b10", name: "Ada Moreau" },
  openedAt: "2026-11-02T09:00:04.000Z",
  lookBy: "2026-11-05",
  flagCount: 1,
  answer: null,
  answeredAt: null,
  answeredBy: null,
  revision: 1,
};
