/** Numbers that look random and are the same ones for the same seed. */
export type Random = {
  /** A whole number from 0 up to, and without, the limit. */
  below(limit: number): number;
  chance(probability: number): boolean;
  oneOf<const T>(values: readonly [T, ...T[]]): T;
};

export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    oneOf: (values) => values[below(values.length)] ?? values[0],
  };
}
