/** Figures of merit for ranked lists, as trec_eval and BEIR define them. */

export type Figures = { ndcg10: number; recall1: number; recall5: number; mrr10: number };

function discountedGain(grades: number[]): number {
  return grades.reduce((sum, grade, position) => sum + grade / Math.log2(position + 2), 0);
}

/**
 * Figures for one query: `ranked` ids best first, `grades` of the right ones. recall1 and recall5 are 1 when at least
 * one right article is among the first 1 or 5.
 */
export function figuresOf(ranked: string[], grades: ReadonlyMap<string, number>): Figures {
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
  const gained = ranked.slice(0, 10).map((id) => grades.get(id) ?? 0);
  const first = gained.findIndex((grade) => grade > 0);
  return {
    ndcg10: discountedGain(ideal) === 0 ? 0 : discountedGain(gained) / discountedGain(ideal),
    recall1: first === 0 ? 1 : 0,
    recall5: first >= 0 && first < 5 ? 1 : 0,
    mrr10: first >= 0 ? 1 / (first + 1) : 0,
  };
}

/** Mean of each figure; zeros for an empty list. */
export function meanFigures(list: Figures[]): Figures {
  const mean = (pick: (figures: Figures) => number) =>
    list.reduce((sum, figures) => sum + pick(figures), 0) / (list.length || 1);
  return {
    ndcg10: mean((figures) => figures.ndcg10),
    recall1: mean((figures) => figures.recall1),
    recall5: mean((figures) => figures.recall5),
    mrr10: mean((figures) => figures.mrr10),
  };
}

/** The value below which `share` of the values lie (nearest rank); 0 for an empty list. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Area under the ROC curve: the chance that an answerable ticket's signal is above an unanswerable one's. Null without both. */
export function areaUnderRoc(answerable: number[], unanswerable: number[]): number | null {
  if (answerable.length === 0 || unanswerable.length === 0) return null;
  let wins = 0;
  for (const a of answerable) for (const u of unanswerable) wins += a > u ? 1 : a === u ? 0.5 : 0;
  return wins / (answerable.length * unanswerable.length);
}
