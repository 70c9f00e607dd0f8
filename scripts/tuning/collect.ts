/** What the ranking sees of the candidates of labelled tickets: the ground that weights are learnt on. */
import { type LearnedModel, NOTHING_LEARNED } from "../../lib/learning/learned-model";
import { FEATURES } from "../../lib/ranking/feature-weights";
import { rankArticles } from "../../lib/ranking/rank-articles";
import { type BeirQuery, ticketOfQuery } from "../relevance/beir";
import type { LabelledSet } from "./load-set";

/** One ticket: its candidates' features, row by row in the order of FEATURES, and the grade of each candidate. */
export type Example = {
  ids: string[];
  rows: Float64Array;
  grades: Float64Array;
  relevant: ReadonlyMap<string, number>;
};

const RANK_AT_MS = Date.parse("2026-01-01T00:00:00Z");

/** Examples of a set's tickets that have an answer; of `queries` only, when given. */
export function collect(
  { index, queries, relevant }: LabelledSet,
  learned: LearnedModel = NOTHING_LEARNED,
  chosen: BeirQuery[] = queries,
): Example[] {
  return chosen.flatMap((query) => {
    const right = relevant.get(query._id);
    if (!right || query.metadata.nothing) return [];
    const options = { droppedTerms: [], nowMs: RANK_AT_MS, learned };
    const { ranked } = rankArticles(index, ticketOfQuery(query, "1"), options);
    const rows = new Float64Array(ranked.length * FEATURES.length);
    ranked.forEach(({ look }, place) => {
      FEATURES.forEach((feature, at) => {
        rows[place * FEATURES.length + at] = look.features[feature];
      });
    });
    const ids = ranked.map(({ article }) => article.id);
    return [{ ids, rows, grades: Float64Array.from(ids, (id) => right.get(id) ?? 0), relevant: right }];
  });
}
