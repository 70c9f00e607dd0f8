/** How many typing errors lie between two words. */

const MAX_LENGTH = 64;
let beforeLast = new Uint8Array(MAX_LENGTH + 1);
let last = new Uint8Array(MAX_LENGTH + 1);
let row = new Uint8Array(MAX_LENGTH + 1);

/**
 * Letters inserted, left out, exchanged or swapped with a neighbour (Damerau-Levenshtein, no place edited twice); `most + 1`
 * stands for anything above `most`. Words of more than 64 letters count as different.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || Math.max(a.length, b.length) > MAX_LENGTH) return most + 1;
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    // Cells further from the diagonal than `most` cannot lie on a way short enough.
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    row[from - 1] = from === 1 ? i : most + 1;
    let least = row[from - 1] ?? most + 1;
    for (let j = from; j <= to; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const exchanged = (last[j - 1] ?? 0) + (isSame ? 0 : 1);
      const above = j === i + most ? most + 1 : (last[j] ?? 0) + 1;
      let cell = Math.min(exchanged, above, (row[j - 1] ?? 0) + 1);
      const isSwap =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) cell = Math.min(cell, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = cell;
      if (cell < least) least = cell;
    }
    if (least > most) return most + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}
