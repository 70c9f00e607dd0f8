/** Which of the team's customer situations a ticket tells of, by the cues it holds. */
import type { Situation } from "../contract/situation";
import { primaryLanguage } from "../text/languages";
import { createPhraseTrie, type PhraseTrie, type PhraseWord } from "./phrase-trie";

/**
 * A situation that a text tells of. `name` is the one articles carry in `situations`, `cues` those found, as the team wrote
 * them and in the order of the text; `strength` is above 0, at most MAX_STRENGTH.
 */
export type RecognisedSituation = { name: string; cues: string[]; strength: number };

/** What recognising takes of a situation. */
type CuedSituation = Pick<Situation, "id" | "name" | "cues" | "language">;

export type Situations = {
  /** The situations a text tells of, strongest first. `language` is the one the text was split into terms by. */
  recognise(text: readonly PhraseWord[], language: string | null): RecognisedSituation[];
};

/**
 * Strength of one cue by its number of words: a single word is often said in passing. Several cues add up like independent
 * witnesses and never reach certainty.
 */
const CUE_STRENGTHS = [0.4, 0.6, 0.75] as const;
const MAX_STRENGTH = 0.95;

function strengthOf(words: number): number {
  return CUE_STRENGTHS[Math.min(words, CUE_STRENGTHS.length) - 1] ?? CUE_STRENGTHS[0];
}

type Cue = { name: string; cue: string };
type Found = { cues: Map<string, number>; coveredUntil: number };

function compile(situations: CuedSituation[], language: string | null): PhraseTrie<Cue> {
  const trie = createPhraseTrie<Cue>("whole");
  for (const { name, cues, language: own } of situations) {
    if (own !== null && language !== null && primaryLanguage(own) !== primaryLanguage(language)) continue;
    for (const cue of new Set(cues)) trie.add(cue, language, { name, cue });
  }
  return trie;
}

/** Cues found by the situation's name, with their lengths in words. A cue inside a longer one of the same situation adds nothing. */
function findCues(trie: PhraseTrie<Cue>, text: readonly PhraseWord[]): Map<string, Found> {
  const byName = new Map<string, Found>();
  for (let at = 0; at < text.length; at += 1) {
    for (const { length, words, values } of trie.matchesAt(text, at)) {
      for (const { name, cue } of values) {
        const found = byName.get(name) ?? { cues: new Map<string, number>(), coveredUntil: 0 };
        byName.set(name, found);
        if (at + length <= found.coveredUntil) continue;
        found.coveredUntil = at + length;
        found.cues.set(cue, Math.max(words, found.cues.get(cue) ?? 0));
      }
    }
  }
  return byName;
}

/** The situations of a team. Those of the same name, in several languages for instance, are one. Their order makes no difference. */
export function createSituations(situations: readonly CuedSituation[]): Situations {
  const sorted = [...situations].sort((a, b) => (a.id < b.id ? -1 : 1));
  const tries = new Map<string | null, PhraseTrie<Cue>>();

  function trieOf(language: string | null): PhraseTrie<Cue> {
    const trie = tries.get(language) ?? compile(sorted, language);
    tries.set(language, trie);
    return trie;
  }

  return {
    recognise(text, language) {
      if (sorted.length === 0) return [];
      return [...findCues(trieOf(language), text)]
        .map(([name, { cues }]) => {
          const doubt = [...cues.values()].reduce((rest, words) => rest * (1 - strengthOf(words)), 1);
          return { name, cues: [...cues.keys()], strength: Math.min(MAX_STRENGTH, 1 - doubt) };
        })
        .sort((a, b) => b.strength - a.strength || (a.name < b.name ? -1 : 1));
    },
  };
}

/** For a team without situations. */
export const NO_SITUATIONS: Situations = createSituations([]);
