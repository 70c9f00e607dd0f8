import type { SynonymSet } from "../../lib/contract/synonym";
import type { SynonymSetRow } from "../db/schema";

/** The set as the API sends it. */
export function toSynonymSet({ id, language, phrases }: SynonymSetRow): SynonymSet {
  return { id, language, phrases };
}
