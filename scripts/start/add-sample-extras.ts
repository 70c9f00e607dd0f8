/** What goes with a set's articles: notices and situations, in files of their own beside them; either may be missing. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { noticeDraftSchema } from "../../lib/contract/notice";
import { situationDraftSchema } from "../../lib/contract/situation";
import { z } from "../../lib/contract/zod";
import { AT_THE_COMMAND_LINE } from "../../server/access/writer";
import type { Database } from "../../server/db/database";
import { saveNotice } from "../../server/notices/save-notice";
import { saveSituation } from "../../server/situations/save-situation";

/** A notice of a set: what a manager writes, under an id of the set's own. */
export const sampleNoticeSchema = noticeDraftSchema.extend({ id: z.string().min(1).max(100) });

/** Throws when a file is there and not of that shape. */
export async function addSampleExtras(db: Database, folder: string, nowMs: number): Promise<void> {
  const common = { db, writer: AT_THE_COMMAND_LINE, ifMatch: undefined, nowMs };
  for (const { id, ...draft } of await readList(join(folder, "notices.json"), sampleNoticeSchema)) {
    await saveNotice({ ...common, id, draft });
  }
  for (const draft of await readList(join(folder, "situations.json"), situationDraftSchema)) {
    await saveSituation({ ...common, id: null, draft });
  }
}

async function readList<Entry>(path: string, schema: z.ZodType<Entry>): Promise<Entry[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "[]";
    throw error;
  });
  return z.array(schema).parse(JSON.parse(text));
}
