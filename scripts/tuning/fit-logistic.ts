/** Logistic regression by iteratively reweighted least squares, a little drawn to 0. */

export type Labelled = { values: number[]; isRight: boolean; weight: number };

/** Keeps signals that say nearly the same from growing against each other; on weights that sum to about 1 a set. */
const PULL = 1e-5;
const ROUNDS = 30;

export function probability(values: number[], weights: number[]): number {
  return 1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
}

/** Solves a small system of equations, by elimination with pivots; the matrix is used up. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let column = 0; column < size; column += 1) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      pivot.forEach((value, at) => {
        row[at] = (row[at] ?? 0) - factor * value;
      });
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

/** The weights, one for each value; the first value is the constant and is not drawn to 0. */
export function fitLogistic(cases: Labelled[]): number[] {
  const size = cases[0]?.values.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -PULL * weight));
    const curvature = weights.map((_, row) => weights.map((__, at): number => (row === at ? PULL : 0)));
    for (const { values, isRight, weight } of cases) {
      const said = probability(values, weights);
      const spread = weight * said * (1 - said);
      values.forEach((value, row) => {
        gradient[row] = (gradient[row] ?? 0) + weight * ((isRight ? 1 : 0) - said) * value;
        const line = curvature[row] ?? [];
        values.forEach((other, at) => {
          line[at] = (line[at] ?? 0) + spread * value * other;
        });
      });
    }
    const step = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  return weights;
}
