/**
 * `npm run tune -- --data DIR [--data DIR …] [--write] [--ablate]`: learns the weights of the ranking's features and of its confidence from sets of
 * tickets with known answers, tells what each set would have got from weights learnt without it, and writes them where ranking
 * reads them.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadSet } from "./tuning/load-set";
import { tuneConfidence } from "./tuning/tune-confidence";
import { ablateFeatures, tuneFeatures } from "./tuning/tune-features";
import { tuneLearned } from "./tuning/tune-learned";
import { writeNumbers } from "./tuning/write-numbers";

const USAGE = `Usage: npm run tune -- --data DIR [--data DIR ...] [--write] [--ablate]

  --data DIR   a set in BEIR form; at least three, all of them different in kind
  --write      writes the numbers into lib/ranking; without it they are only told
  --ablate     tells what each feature gives, and nothing else`;

const WEIGHTS_FILE = resolve(import.meta.dirname, "../lib/ranking/feature-weights.ts");
const CONFIDENCE_FILE = resolve(import.meta.dirname, "../lib/ranking/confidence-weights.ts");

async function main(): Promise<void> {
  const options = {
    data: { type: "string", multiple: true },
    write: { type: "boolean", default: false },
    ablate: { type: "boolean", default: false },
  } as const;
  const { values } = parseArgs({ options });
  if ((values.data ?? []).length < 3) throw new Error(`At least three sets are needed.\n\n${USAGE}`);
  const sets = [];
  for (const folder of values.data ?? []) sets.push(await loadSet(resolve(folder)));
  if (values.ablate) {
    ablateFeatures(sets);
    return;
  }
  const own = tuneFeatures(sets);
  const learned = await tuneLearned(sets, own);
  if (values.write) await writeNumbers(WEIGHTS_FILE, { ...own, ...learned });
  // Confidence is learnt for the weights that ranking has now; after new ones run it once more.
  const confidence = await tuneConfidence(sets);
  if (values.write) await writeNumbers(CONFIDENCE_FILE, confidence);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
