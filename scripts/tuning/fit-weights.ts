/**
 * Learns weights: listwise softmax (the top-one probability of ListNet, Cao et al. 2007) over each ticket's candidates, every
 * set weighing the same, drawn towards equal weights in units of each column's own spread. Convex, so that the same data give
 * the same weights.
 */

/** One ticket's candidates: `columns` numbers each, row by row, and which of them are right. */
export type Choice = { values: Float64Array; isRight: boolean[] };

/** `pull`: how strongly standardised weights are drawn to 1. */
export type FitOptions = { columns: number; pull: number };

const STEPS = 300;

/** Mean spread of a column among a ticket's candidates, each set counting the same. */
function spreadOf(sets: Choice[][], column: number, columns: number): number {
  const variances = sets.map((choices) => {
    let squares = 0;
    let count = 0;
    for (const { values, isRight } of choices) {
      const mean = isRight.reduce((sum, _, row) => sum + (values[row * columns + column] ?? 0), 0) / isRight.length;
      isRight.forEach((_, row) => {
        squares += ((values[row * columns + column] ?? 0) - mean) ** 2;
      });
      count += isRight.length;
    }
    return Math.sqrt(squares / (count || 1));
  });
  return variances.reduce((sum, spread) => sum + spread, 0) / variances.length;
}

/** Adds to `gradient`; answers the mean negative log probability that a right candidate is chosen. */
function slope(choices: Choice[], weights: Float64Array, gradient: Float64Array): number {
  const columns = weights.length;
  let loss = 0;
  for (const { values, isRight } of choices) {
    const scores = isRight.map((_, row) => {
      let score = 0;
      for (let column = 0; column < columns; column += 1) {
        score += (weights[column] ?? 0) * (values[row * columns + column] ?? 0);
      }
      return score;
    });
    const most = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - most));
    const all = odds.reduce((sum, one) => sum + one, 0);
    const right = odds.reduce((sum, one, row) => (isRight[row] ? sum + one : sum), 0);
    loss -= Math.log(right / all) / choices.length;
    odds.forEach((one, row) => {
      const push = (one / all - (isRight[row] ? one / right : 0)) / choices.length;
      for (let column = 0; column < columns; column += 1) {
        gradient[column] = (gradient[column] ?? 0) + push * (values[row * columns + column] ?? 0);
      }
    });
  }
  return loss;
}

/** The weights, none below 0, one a column, for columns as they are. Choices without a right candidate teach nothing. */
export function fitWeights(sets: Choice[][], { columns, pull }: FitOptions): number[] {
  const spreads = Array.from({ length: columns }, (_, column) => spreadOf(sets, column, columns) || 1);
  const scaled = sets.map((choices) =>
    choices
      .filter(({ isRight }) => isRight.includes(true))
      .map(
        ({ values, isRight }): Choice => ({
          isRight,
          values: values.map((value, at) => value / (spreads[at % columns] ?? 1)),
        }),
      ),
  );
  const used = scaled.filter((choices) => choices.length > 0);
  const lossAt = (weights: Float64Array) => {
    const gradient = new Float64Array(columns);
    let loss = 0;
    for (const choices of used) loss += slope(choices, weights, gradient);
    loss /= used.length;
    weights.forEach((weight, column) => {
      gradient[column] = (gradient[column] ?? 0) / used.length + 2 * pull * (weight - 1);
      loss += pull * (weight - 1) ** 2;
    });
    return { loss, gradient };
  };
  let weights = new Float64Array(columns).fill(1);
  let now = lossAt(weights);
  let step = 1;
  for (let round = 0; round < STEPS && step > 1e-6; round += 1) {
    const next = weights.map((weight, column) => Math.max(0, weight - step * (now.gradient[column] ?? 0)));
    const there = lossAt(next);
    if (there.loss < now.loss) {
      [weights, now] = [next, there];
      step *= 1.5;
    } else step /= 2;
  }
  return [...weights].map((weight, column) => weight / (spreads[column] ?? 1));
}
