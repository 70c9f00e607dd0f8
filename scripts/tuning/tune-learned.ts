/** Learns how much past tickets count beside the article's own words. */
import { createLearner } from "../../lib/learning/learner";
import { FEATURES, type Feature } from "../../lib/ranking/feature-weights";
import { type PastTicket, ticketOfQuery } from "../relevance/beir";
import { collect, type Example } from "./collect";
import { type Choice, fitWeights } from "./fit-weights";
import type { LabelledSet } from "./load-set";
import { figuresWith, scoresOf, told, type Weights } from "./tune-features";

const LEARNED_FEATURES = FEATURES.filter((feature) => feature.startsWith("learned"));
const MOST_PAST_TICKETS = [1, 3, 10];
const FOLDS = 5;
const PULL = 0.02;
const NOW_MS = Date.parse("2026-01-01T00:00:00Z");

type Lesson = { name: string; isFitted: boolean; examples: Example[] };

async function teach(set: LabelledSet, past: PastTicket[], first: number) {
  const learner = createLearner({ base: set.index, nowMs: () => NOW_MS });
  let id = first;
  for (const { query, articleIds } of past) {
    id += 1;
    for (const articleId of articleIds) await learner.teach(ticketOfQuery(query, String(id)), articleId, "linked");
  }
  return learner;
}

/** A set with past tickets of its own, learnt from and asked as by the bench. */
async function withPast(set: LabelledSet, most: number): Promise<Lesson | null> {
  const past = await set.past(most);
  if (past.length === 0) return null;
  const learner = await teach(set, past, 0);
  for (const [at, query] of set.queries.entries()) await learner.notice(ticketOfQuery(query, String(1_000_000 + at)));
  return { name: `${set.name}, ${most} each`, isFitted: true, examples: collect(set, learner.model()) };
}

/** A set without: each fifth of its tickets is asked when the other four fifths have taught. */
async function crosswise(set: LabelledSet): Promise<Lesson> {
  const examples: Example[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isAsked = (at: number) => at % FOLDS === fold;
    const past = set.queries.flatMap((query, at): PastTicket[] => {
      const [articleId] = set.relevant.get(query._id)?.keys() ?? [];
      return isAsked(at) || articleId === undefined ? [] : [{ query, articleIds: [articleId] }];
    });
    const learner = await teach(set, past, 0);
    examples.push(
      ...collect(
        set,
        learner.model(),
        set.queries.filter((_, at) => isAsked(at)),
      ),
    );
  }
  return { name: `${set.name}, crosswise`, isFitted: false, examples };
}

function choicesOf(examples: Example[], own: Weights): Choice[] {
  const at = LEARNED_FEATURES.map((feature) => FEATURES.indexOf(feature));
  return examples.map((example) => {
    const scores = scoresOf(example, own);
    const values = example.ids.flatMap((_, place) => [
      scores[place] ?? 0,
      ...at.map((column) => example.rows[place * FEATURES.length + column] ?? 0),
    ]);
    return { isRight: [...example.grades].map((grade) => grade > 0), values: Float64Array.from(values) };
  });
}

/**
 * Learns the weights of past tickets, in units of the own words' score, on the sets that have past tickets; tells what they do to
 * every other set when its own tickets teach each other.
 */
export async function tuneLearned(sets: LabelledSet[], own: Weights): Promise<Weights> {
  const lessons: Lesson[] = [];
  for (const set of sets) {
    const found = [];
    for (const most of MOST_PAST_TICKETS) found.push(await withPast(set, most));
    const taught = found.filter((lesson) => lesson !== null);
    lessons.push(...(taught.length > 0 ? taught : [await crosswise(set)]));
  }
  const fitted = lessons.filter(({ isFitted }) => isFitted).map(({ examples }) => choicesOf(examples, own));
  if (fitted.length === 0) return {};
  const [score = 1, ...rest] = fitWeights(fitted, { columns: 1 + LEARNED_FEATURES.length, pull: PULL });
  const weights: Weights = Object.fromEntries(
    LEARNED_FEATURES.map((feature: Feature, at) => [feature, (rest[at] ?? 0) / score]),
  );
  console.log("\nPast tickets:", weights);
  console.log("nDCG@10 / first / in 5: without past tickets, and with");
  for (const { name, examples } of lessons) {
    console.log(
      name.padEnd(26),
      told(figuresWith(examples, own)),
      "  ",
      told(figuresWith(examples, { ...own, ...weights })),
    );
  }
  return weights;
}
