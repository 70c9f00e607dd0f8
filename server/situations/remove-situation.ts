import type { Situation } from "../../lib/contract/situation";
import { COMMAND_LINE } from "../audit/actor";
import type { Database } from "../db/database";
import { writeChanges } from "../db/server-state";
import { contentOf, toSituation } from "./situation-row";
import { burySituation, findSituationRow, writeSituation } from "./write-situation";

/**
 * Takes cues from a situation, or the whole situation when none are named or none are left. Answers what is left (no
 * cues: it is gone), `changed` false when none of the cues was there, or null when no situation has this id.
 */
export async function removeSituation(
  db: Database,
  id: string,
  cuesToRemove: readonly string[],
  nowMs: number,
): Promise<{ situation: Situation; changed: boolean } | null> {
  return writeChanges(db, async (tx, next) => {
    const known = await findSituationRow(tx, id);
    if (known?.deletedAt !== null) return null;
    const unwanted = new Set(cuesToRemove.map((cue) => cue.toLowerCase()));
    const cues = unwanted.size === 0 ? [] : known.cues.filter((cue) => !unwanted.has(cue.toLowerCase()));
    if (cues.length === known.cues.length) return { situation: toSituation(known), changed: false };
    const stamp = { actor: COMMAND_LINE, nowMs };
    if (cues.length === 0) await burySituation(tx, next, known, stamp);
    else await writeSituation(tx, next, { ...contentOf(known), cues }, known, stamp);
    return { situation: toSituation({ ...known, cues }), changed: true };
  });
}
