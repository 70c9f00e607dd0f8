import { expect, it } from "vitest";
import type { Change } from "../../../lib/contract/changes";
import type { Acknowledgement } from "../../../lib/contract/notice";
import {
  countQueuedAcknowledgements,
  dueAcknowledgements,
  queueAcknowledgement,
  readAcknowledgements,
  recordAcknowledgementResults,
} from "../../../lib/db/acknowledgements";
import { applyPage } from "../../../lib/db/apply-page";
import { freshDatabase, page } from "./support";

const NOW_MS = 5_000;

function understood(fields: Partial<Acknowledgement> = {}): Acknowledgement {
  return { noticeId: "n1", version: 1, acknowledgedAt: "2026-01-01T09:00:00.000Z", ...fields };
}

function told(acknowledgement: Acknowledgement): Change {
  return { op: "put", type: "acknowledgement", acknowledgement };
}

it("said twice waits once, with the time of the first", async () => {
  const database = freshDatabase();

  const first = await queueAcknowledgement(database, understood());
  const second = await queueAcknowledgement(database, understood({ acknowledgedAt: "2026-01-01T10:00:00.000Z" }));

  expect([first, second]).toEqual([true, false]);
  expect(await dueAcknowledgements(database, 100)).toEqual([understood()]);
});

it("of a later version waits beside the earlier one, in the order of time", async () => {
  const database = freshDatabase();
  const later = understood({ version: 2, acknowledgedAt: "2026-01-02T09:00:00.000Z" });

  await queueAcknowledgement(database, later);
  await queueAcknowledgement(database, understood());

  expect(await dueAcknowledgements(database, 100)).toEqual([understood(), later]);
  expect(await dueAcknowledgements(database, 1)).toEqual([understood()]);
});

it("leaves the queue with the server's answer, whatever that is, and stays known", async () => {
  const database = freshDatabase();
  await queueAcknowledgement(database, understood());
  await queueAcknowledgement(database, understood({ noticeId: "n2" }));

  const settled = await recordAcknowledgementResults(database, [
    { noticeId: "n1", version: 1, status: "stored" },
    { noticeId: "n2", version: 1, status: "refused" },
    { noticeId: "n3", version: 1, status: "stored" },
  ]);

  expect(settled).toBe(2);
  expect(await countQueuedAcknowledgements(database)).toBe(0);
  expect(await readAcknowledgements(database)).toHaveLength(2);
});

it("made on another machine comes with the feed", async () => {
  const database = freshDatabase();

  const first = await applyPage(database, page({ changes: [told(understood())] }), NOW_MS);
  const again = await applyPage(database, page({ changes: [told(understood())] }), NOW_MS);

  expect(await readAcknowledgements(database)).toEqual([understood()]);
  expect(first.hasChangedNotices).toBe(true);
  expect(again.hasChangedNotices).toBe(false);
});

it("that the server already knows need not be sent", async () => {
  const database = freshDatabase();
  await queueAcknowledgement(database, understood());

  await applyPage(database, page({ changes: [told(understood())] }), NOW_MS);

  expect(await dueAcknowledgements(database, 100)).toEqual([]);
});

it("outlives a reset, whether it was sent or not", async () => {
  const database = freshDatabase();
  const own = understood({ noticeId: "n2" });
  await applyPage(database, page({ changes: [told(understood())], reset: true }), NOW_MS);
  await queueAcknowledgement(database, own);

  await applyPage(database, page({ reset: true }), NOW_MS);

  expect(await readAcknowledgements(database)).toEqual([understood(), own]);
  expect(await dueAcknowledgements(database, 100)).toEqual([own]);
});

it("that does not fit its schema is passed over", async () => {
  const database = freshDatabase();

  await applyPage(database, page({ changes: [{ op: "put", type: "acknowledgement" }, told(understood())] }), NOW_MS);

  expect(await readAcknowledgements(database)).toEqual([understood()]);
});
