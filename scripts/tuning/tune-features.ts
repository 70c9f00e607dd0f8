import { FEATURES, type Feature } from "../../lib/ranking/feature-weights";
import { type Figures, figuresOf, meanFigures } from "../relevance/metrics";
import { collect, type Example } from "./collect";
import { type Choice, fitWeights } from "./fit-weights";
import type { LabelledSet } from "./load-set";

/** Features of the article's own words; the others are of past tickets, or of what no set has. */
const OWN_FEATURES: Feature[] = ["words", "body", "title", "titleLetters", "pairs", "passage"];

export type Weights = Partial<Record<Feature, number>>;

/**
 * With this pull no set's nDCG@10 falls by more than 0.01 when the weights are learnt without it; with a third of it
 * OfficeDocs-Support loses 0.016, and nothing is won elsewhere.
 */
const PULL = 0.3;

/** The score of each candidate of an example. */
export function scoresOf({ ids, rows }: Example, weights: Weights): number[] {
  return ids.map((_, place) =>
    FEATURES.reduce((sum, feature, at) => sum + (weights[feature] ?? 0) * (rows[place * FEATURES.length + at] ?? 0), 0),
  );
}

/** Figures of examples ranked with these weights. */
export function figuresWith(examples: Example[], weights: Weights): Figures {
  return meanFigures(
    examples.map((example) => {
      const scores = scoresOf(example, weights);
      const order = [...example.ids.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      return figuresOf(
        order.map((place) => example.ids[place] ?? ""),
        example.relevant,
      );
    }),
  );
}

function choicesOf(examples: Example[], features = OWN_FEATURES): Choice[] {
  const at = features.map((feature) => FEATURES.indexOf(feature));
  return examples.map(({ ids, rows, grades }) => ({
    isRight: [...grades].map((grade) => grade > 0),
    values: Float64Array.from(
      ids.flatMap((_, place) => at.map((column) => rows[place * FEATURES.length + column] ?? 0)),
    ),
  }));
}

function learn(sets: Choice[][], features = OWN_FEATURES): Weights {
  const weights = fitWeights(sets, { columns: features.length, pull: PULL });
  return Object.fromEntries(features.map((feature, column) => [feature, weights[column] ?? 0]));
}

export function told({ ndcg10, recall1, recall5 }: Figures): string {
  return [ndcg10, recall1, recall5].map((value) => value.toFixed(3)).join(" / ");
}

/** Tells what each feature gives: nDCG@10 of every set when it is missing and the others are learnt anew. */
export function ablateFeatures(sets: LabelledSet[]): void {
  const examples = sets.map((set) => collect(set));
  console.log("\nnDCG@10 without a feature, the others learnt anew");
  console.log(" ".repeat(16) + sets.map(({ name }) => name.slice(0, 15).padStart(17)).join(""));
  for (const missing of [null, ...OWN_FEATURES]) {
    const features = OWN_FEATURES.filter((feature) => feature !== missing);
    const weights = learn(
      examples.map((set) => choicesOf(set, features)),
      features,
    );
    const figures = examples.map((set) => figuresWith(set, weights).ndcg10.toFixed(3).padStart(17));
    console.log((missing === null ? "all" : `- ${missing}`).padEnd(16) + figures.join(""));
  }
}

/** Learns the weights of the article's own words; tells each set's figures, and those with weights learnt without the set. */
export function tuneFeatures(sets: LabelledSet[]): Weights {
  const examples = sets.map((set) => collect(set));
  const choices = examples.map((set) => choicesOf(set));
  const weights = learn(choices);
  console.log(
    "Weights:",
    Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, value?.toFixed(2)])),
  );
  console.log("\nnDCG@10 / first / in 5: with all sets, and with weights learnt without the set");
  sets.forEach(({ name }, left) => {
    const without = learn(choices.filter((_, at) => at !== left));
    const own = examples[left] ?? [];
    console.log(name.padEnd(18), told(figuresWith(own, weights)), "  ", told(figuresWith(own, without)));
  });
  return weights;
}
