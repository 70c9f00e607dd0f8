/** What happens on the server meanwhile. */
import { noticeDraftSchema } from "../../../../lib/contract/notice";
import { AT_THE_COMMAND_LINE } from "../../../../server/access/writer";
import { deleteArticle } from "../../../../server/articles/delete-article";
import { purgeTombstones } from "../../../../server/articles/purge-tombstones";
import { saveNotice } from "../../../../server/notices/save-notice";
import type { ArticleLine, Backend } from "../backend";
import type { Random } from "../random";

const VOLATILE = ["v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9"] as const;

function article(_id: string, text: string): ArticleLine {
  return { _id, title: `Shelf ${_id}`, text, metadata: { language: "en" } };
}

/** Articles that change all day, and those that stay to be flagged; each is found by its id. */
export async function prepareBase(backend: Backend, flaggable: readonly string[]): Promise<void> {
  const kept = flaggable.map((_id) => article(_id, `Everything about ${_id}.`));
  await backend.importLines([...kept, ...VOLATILE.map((_id) => article(_id, "A jar and a tin."))]);
}

/** So many articles change that they do not come in one page; now and then some go, and traces of those that went. */
export async function changeServer({ backend, random }: { backend: Backend; random: Random }): Promise<void> {
  const changed = VOLATILE.filter(() => random.chance(0.9));
  await backend.importLines(changed.map((_id) => article(_id, `Jar ${random.below(1_000_000)}.`)));
  if (random.chance(0.4)) await deleteArticle(backend.db, random.oneOf(VOLATILE), Date.now());
  // Earlier cursors are worth nothing then.
  if (random.chance(0.1)) await purgeTombstones(backend.db, Date.now() + 1);
}

/** Publishes a notice that is to be understood. */
export async function publishNotice({ db }: Backend, id: string): Promise<void> {
  const draft = noticeDraftSchema.parse({
    ...{ severity: "important", title: `Couriers are late: ${id}`, whatChanged: "Two days more." },
    ...{ groups: [], cues: ["courier"], needsAcknowledgement: true },
  });
  await saveNotice({ db, id, draft, writer: AT_THE_COMMAND_LINE, ifMatch: undefined, nowMs: Date.now() });
}
