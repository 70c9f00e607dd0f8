import type { ArticleTerms } from "../../lib/contract/learned-terms";
import type { Notice } from "../../lib/contract/notice";
import type { Situation } from "../../lib/contract/situation";
import type { SynonymSet } from "../../lib/contract/synonym";

export function synonymSet(overrides: Partial<SynonymSet> = {}): SynonymSet {
  return { id: "s1", language: "en", phrases: ["router", "box"], ...overrides };
}

export function situation(overrides: Partial<Situation> = {}): Situation {
  return {
    id: "t1",
    name: "Moving house",
    cues: ["moving", "new address"],
    language: "en",
    articles: [],
    ...overrides,
  };
}

export function articleTerms(overrides: Partial<ArticleTerms> = {}): ArticleTerms {
  return {
    articleId: "a1",
    analysis: 1,
    asOf: "2026-01-01",
    tickets: 4,
    terms: [{ term: "router", weight: 3, agents: 3 }],
    ...overrides,
  };
}

export function notice(overrides: Partial<Notice> = {}): Notice {
  return {
    id: "n1",
    severity: "important",
    title: "Fees change in May",
    whatChanged: "The fee is 5 euros.",
    ...{ condition: "", language: null, effectiveFrom: null, expiresAt: null, cues: [], tags: [], articleId: null },
    publishedAt: "2026-01-01T00:00:00Z",
    needsAcknowledgement: false,
    version: 1,
    updatedAt: "2026-01-01T00:00:00Z",
    ...overrides,
  };
}
