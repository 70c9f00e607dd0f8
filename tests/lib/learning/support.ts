import { createLearner, type Learner, type LearnerOptions } from "../../../lib/learning/learner";
import type { KnownTerms } from "../../../lib/learning/lesson-terms";
import { termsOf } from "../../../lib/text/tokens";
import type { Ticket } from "../../../lib/ticket";
import { message, ticket } from "../builders";

export const NOW_MS = Date.UTC(2026, 10, 2, 9);
export const DAY_MS = 86_400_000;

/** A base that knows the words of some texts, each text an article. */
export function baseOf(texts: string[], language = "en"): KnownTerms {
  const held = texts.map((text) => new Set(termsOf(text, language)));
  return {
    documentFrequency: (term) => held.filter((terms) => terms.has(term)).length,
    languages: () => [language],
  };
}

export const BASE = baseOf([
  "card payment refund charged twice invoice",
  "password login reset card",
  "parcel delivery",
]);

/** The n-th ticket of an invented account, with one customer message. */
export function ticketNo(number: number, text: string, overrides: Partial<Ticket> = {}): Ticket {
  const id = String(number);
  return ticket({
    ...{ id, url: `https://acme.zendesk.com/agent/tickets/${id}`, messages: [message(text)] },
    ...overrides,
  });
}

export type TestLearner = Learner & { clock: { nowMs: number } };

/** A learner without a database; its clock stands still unless moved. */
export function testLearner(options: Partial<LearnerOptions> = {}): TestLearner {
  const clock = { nowMs: NOW_MS };
  return { ...createLearner({ base: BASE, nowMs: () => clock.nowMs, ...options }), clock };
}

/** What a learner knows of an article, rounded: single words only. */
export function known(learner: Learner, articleId: string, terms: string[]): Record<string, number> {
  const model = learner.model();
  const weights = terms.map((term): [string, number] => [term, model.postings(term).get(articleId) ?? 0]);
  return Object.fromEntries(weights.map(([term, weight]) => [term, Math.round(weight * 1000) / 1000]));
}
