/** What the agent has understood of notices, on its way to the server and as the server told it. It is never taken back. */
import type { AcknowledgementChange, Change } from "../contract/changes";
import type { Acknowledgement, AcknowledgementResult } from "../contract/notice";
import type { LibraryDatabase, StoredAcknowledgement } from "./library-database";

function idOf({ noticeId, version }: Pick<Acknowledgement, "noticeId" | "version">): string {
  return `${noticeId}/${version}`;
}

/** Puts an acknowledgement in the queue; false when this version is acknowledged already, and nothing changes. */
export function queueAcknowledgement(database: LibraryDatabase, acknowledgement: Acknowledgement): Promise<boolean> {
  const { acknowledgements } = database;
  return database.transaction("rw", acknowledgements, async () => {
    const id = idOf(acknowledgement);
    if (await acknowledgements.get(id)) return false;
    await acknowledgements.add({ id, state: "queued", acknowledgement });
    return true;
  });
}

/** Every version of a notice this agent has understood, here or on another machine, sent or not; in no order. */
export async function readAcknowledgements({ acknowledgements }: LibraryDatabase): Promise<Acknowledgement[]> {
  return (await acknowledgements.toArray()).map((row) => row.acknowledgement);
}

/** Those that wait to be sent, oldest first, at most `limit`. */
export async function dueAcknowledgements(
  { acknowledgements }: LibraryDatabase,
  limit: number,
): Promise<Acknowledgement[]> {
  const queued = (await acknowledgements.where("state").equals("queued").toArray()).map((row) => row.acknowledgement);
  return queued.sort((a, b) => Date.parse(a.acknowledgedAt) - Date.parse(b.acknowledgedAt)).slice(0, limit);
}

/** Records the server's answers and answers how many acknowledgements they settled. Refused ones stay, and are not sent again. */
export function recordAcknowledgementResults(
  database: LibraryDatabase,
  results: Pick<AcknowledgementResult, "noticeId" | "version" | "status">[],
): Promise<number> {
  const { acknowledgements } = database;
  return database.transaction("rw", acknowledgements, async () => {
    let settled = 0;
    for (const result of results) {
      const known = await acknowledgements.get(idOf(result));
      if (known?.state !== "queued") continue;
      await acknowledgements.put({ ...known, state: result.status === "refused" ? "refused" : "sent" });
      settled += 1;
    }
    return settled;
  });
}

/** How many still wait to be sent. */
export function countQueuedAcknowledgements({ acknowledgements }: LibraryDatabase): Promise<number> {
  return acknowledgements.where("state").equals("queued").count();
}

/** A change of this type that lacks it did not fit its schema: it is none that this client knows. */
function isAcknowledgementChange(change: Change): change is AcknowledgementChange {
  return change.type === "acknowledgement" && "acknowledgement" in change;
}

/** Within a transaction: writes what the server knows as acknowledged; answers the ids of those that were not known here. */
export async function applyAcknowledgementChanges(database: LibraryDatabase, changes: Change[]): Promise<string[]> {
  const told = changes.filter(isAcknowledgementChange).map(({ acknowledgement }) => acknowledgement);
  const rows = new Map<string, StoredAcknowledgement>(
    told.map((acknowledgement) => [
      idOf(acknowledgement),
      { id: idOf(acknowledgement), state: "sent", acknowledgement },
    ]),
  );
  const ids = [...rows.keys()];
  const before = await database.acknowledgements.bulkGet(ids);
  await database.acknowledgements.bulkPut([...rows.values()]);
  return ids.filter((_, position) => !before[position]);
}
