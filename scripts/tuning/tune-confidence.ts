/**
 * Learns how sure the sidebar may be of its first suggestion. Tickets without an answer are rare in the sets, so each ticket is
 * asked once more with its right articles taken out of the ranking: then the first one is wrong.
 */

import { type LearnedModel, NOTHING_LEARNED } from "../../lib/learning/learned-model";
import { createLearner } from "../../lib/learning/learner";
import { type Signals, signalsOf } from "../../lib/ranking/confidence";
import { CONFIDENCE_WEIGHTS } from "../../lib/ranking/confidence-weights";
import { type RankedArticle, rankArticles } from "../../lib/ranking/rank-articles";
import type { TicketQuery } from "../../lib/ranking/ticket-query";
import { type BeirQuery, ticketOfQuery } from "../relevance/beir";
import { areaUnderRoc } from "../relevance/metrics";
import { fitLogistic, type Labelled, probability } from "./fit-logistic";
import type { LabelledSet } from "./load-set";

/** One ticket in so many has no answer in the base: what the confidence is calibrated for. */
const UNANSWERABLE_SHARE = 0.15;

const NAMES = Object.keys(CONFIDENCE_WEIGHTS) as (keyof Signals)[];
const NOW_MS = Date.parse("2026-01-01T00:00:00Z");

/** Kinds of cases: the answer is in the base, is not, was taken out of the ranking, or the ticket belongs to another base. */
type Case = Labelled & { kind: "answerable" | "unanswerable" | "takenOut" | "elsewhere" };

/** As many tickets of each other set in the same language are asked. */
const TICKETS_FROM_ELSEWHERE = 80;

function caseOf(asked: TicketQuery, ranked: RankedArticle[], right: ReadonlySet<string>, kind: Case["kind"]): Case[] {
  const signals = signalsOf(asked, ranked);
  const isRight = right.has(ranked[0]?.article.id ?? "");
  return signals ? [{ kind, isRight, values: NAMES.map((name) => signals[name]), weight: 1 }] : [];
}

function casesOf(set: LabelledSet, others: LabelledSet[], learned: LearnedModel): Case[] {
  const rank = (query: BeirQuery) =>
    rankArticles(set.index, ticketOfQuery(query, "1"), { droppedTerms: [], nowMs: NOW_MS, learned });
  const own = set.queries.flatMap((query): Case[] => {
    const right = new Set(set.relevant.get(query._id)?.keys());
    if (right.size === 0 && !query.metadata.nothing) return [];
    const { query: asked, ranked } = rank(query);
    if (right.size === 0) return caseOf(asked, ranked, right, "unanswerable");
    const rest = ranked.filter(({ article }) => !right.has(article.id));
    return [...caseOf(asked, ranked, right, "answerable"), ...caseOf(asked, rest, right, "takenOut")];
  });
  const foreign = others.flatMap(({ queries }) => {
    const step = Math.max(1, Math.floor(queries.length / TICKETS_FROM_ELSEWHERE));
    return queries.filter((_, at) => at % step === 0);
  });
  return [
    ...own,
    ...foreign.flatMap((query) => {
      const { query: asked, ranked } = rank(query);
      return caseOf(asked, ranked, new Set(), "elsewhere");
    }),
  ];
}

/** Weights so that each set counts the same and tickets without an answer have their share, half of it from elsewhere. */
function weighed(cases: Case[]): Case[] {
  const count = (...kinds: Case["kind"][]) => cases.filter(({ kind }) => kinds.includes(kind)).length || 1;
  const hasForeign = cases.some(({ kind }) => kind === "elsewhere");
  const share = { answerable: 1 - UNANSWERABLE_SHARE, elsewhere: UNANSWERABLE_SHARE / 2 };
  const own = hasForeign ? share.elsewhere : UNANSWERABLE_SHARE;
  const weightOf = (kind: Case["kind"]) => {
    if (kind === "answerable") return share.answerable / count("answerable");
    if (kind === "elsewhere") return share.elsewhere / count("elsewhere");
    return own / count("takenOut", "unanswerable");
  };
  return cases.map((one) => ({ ...one, weight: weightOf(one.kind) }));
}

/** Expected calibration error over ten bins of probability: by how much the share that was right differs from what was said. */
export function calibrationError(cases: { probability: number; isRight: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, right: 0, count: 0 }));
  for (const { probability: said, isRight } of cases) {
    const bin = bins[Math.min(9, Math.floor(said * 10))];
    if (!bin) continue;
    bin.said += said;
    bin.right += isRight ? 1 : 0;
    bin.count += 1;
  }
  return bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / (cases.length || 1);
}

function tell(name: string, cases: Case[], weights: number[]): void {
  const asked = cases.filter(({ kind }) => kind === "answerable" || kind === "unanswerable");
  const said = (list: Case[]) => list.map((one) => probability(one.values, weights));
  const answerable = said(cases.filter(({ kind }) => kind === "answerable"));
  const without = said(cases.filter(({ kind }) => kind === "unanswerable"));
  const takenOut = said(cases.filter(({ kind }) => kind === "takenOut"));
  const elsewhere = said(cases.filter(({ kind }) => kind === "elsewhere"));
  const error = calibrationError(asked.map((one) => ({ ...one, probability: probability(one.values, weights) })));
  const above = (list: number[], least: number) => list.filter((value) => value >= least).length / (list.length || 1);
  const figures = [
    areaUnderRoc(answerable, without),
    areaUnderRoc(answerable, takenOut),
    areaUnderRoc(answerable, elsewhere),
    error,
  ];
  const others = without.length > 0 ? without : takenOut;
  const shown = [0.2, 0.3, 0.4, 0.5, 0.55, 0.6].map((least) =>
    [answerable, others, elsewhere].map((list) => above(list, least).toFixed(2)).join("/"),
  );
  console.log(name.padEnd(28), figures.map((value) => value?.toFixed(3) ?? "  -  ").join("  "), "  ", shown.join("  "));
}

async function taughtBy(set: LabelledSet, most: number): Promise<LearnedModel | null> {
  const past = await set.past(most);
  if (past.length === 0) return null;
  const learner = createLearner({ base: set.index, nowMs: () => NOW_MS });
  for (const [at, { query, articleIds }] of past.entries()) {
    for (const id of articleIds) await learner.teach(ticketOfQuery(query, String(1 + at)), id, "linked");
  }
  return learner.model();
}

/** Learns the weights; tells for each set how well they tell and how true they are, with and without the set. */
export async function tuneConfidence(sets: LabelledSet[]): Promise<Record<string, number>> {
  const groups: { name: string; set: string; cases: Case[] }[] = [];
  for (const set of sets) {
    const others = sets.filter((other) => other !== set && other.language === set.language);
    groups.push({ name: set.name, set: set.name, cases: weighed(casesOf(set, others, NOTHING_LEARNED)) });
    const learned = await taughtBy(set, 10);
    if (learned)
      groups.push({ name: `${set.name}, 10 each`, set: set.name, cases: weighed(casesOf(set, others, learned)) });
  }
  const all = fitLogistic(groups.flatMap(({ cases }) => cases));
  console.log(
    "\nAUROC of unanswerable tickets, answers taken out, tickets from elsewhere; calibration error; shown at 0.2 … 0.6",
  );
  for (const { name, set, cases } of groups) {
    tell(name, cases, all);
    const without = fitLogistic(groups.filter((group) => group.set !== set).flatMap((group) => group.cases));
    tell("  learnt without it", cases, without);
  }
  return Object.fromEntries(NAMES.map((name, at) => [name, all[at] ?? 0]));
}
