import { SITUATION_LIMITS, type Situation } from "../../lib/contract/situation";
import { idFrom, problemWithPhrase, tidyPhrase, withoutRepeats } from "../phrases";

/** A situation out of a name and cues as a person writes them, with the id that belongs to it, or every reason against it. */
export function draftSituation(
  writtenName: string,
  writtenCues: readonly string[],
  language: string | null,
): { situation: Situation } | { problems: string[] } {
  const name = tidyPhrase(writtenName);
  const cues = withoutRepeats(writtenCues.map(tidyPhrase));
  const problems = [
    problemWithPhrase(name, SITUATION_LIMITS.name),
    ...cues.map((cue) => problemWithPhrase(cue, SITUATION_LIMITS.cue)),
  ].filter((problem) => problem !== null);
  if (cues.length === 0) problems.push("a situation needs at least one cue");
  if (problems.length > 0) return { problems };
  return { situation: { id: idFrom([language, name]), name, cues, language, articles: [] } };
}
