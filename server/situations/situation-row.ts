import type { Situation } from "../../lib/contract/situation";
import type { SituationRow } from "../db/schema";

/** The situation as the API sends it. */
export function toSituation({ id, name, cues, language, articles }: SituationRow): Situation {
  return { id, name, cues, language, articles };
}
