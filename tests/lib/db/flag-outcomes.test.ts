import { expect, it } from "vitest";
import type { Change } from "../../../lib/contract/changes";
import type { FlagOutcome } from "../../../lib/contract/flags";
import { applyPage } from "../../../lib/db/apply-page";
import { markOutcomesSeen, readFlagOutcomes } from "../../../lib/db/flag-outcomes";
import type { LibraryDatabase } from "../../../lib/db/library-database";
import { freshDatabase, page } from "./support";

const NOW_MS = 5_000;

function told(fields: Partial<FlagOutcome> = {}): Change {
  const flagOutcome: FlagOutcome = {
    ...{ id: "f1", articleId: "a1", status: "open", lookBy: "2026-01-05", answer: null, answeredAt: null },
    ...fields,
  };
  return { op: "put", type: "flagOutcome", flagOutcome };
}

async function isNew(database: LibraryDatabase, flagId = "f1"): Promise<boolean | undefined> {
  return (await readFlagOutcomes(database)).get(flagId)?.isNew;
}

it("is no news while nobody has looked", async () => {
  const database = freshDatabase();

  const applied = await applyPage(database, page({ changes: [told()] }), NOW_MS);

  expect(applied.hasChangedOutcomes).toBe(true);
  expect(await isNew(database)).toBe(false);
});

it.each(["accepted", "fixed", "declined"] as const)("is news once it is %s, until it was seen", async (status) => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [told()] }), NOW_MS);

  await applyPage(database, page({ changes: [told({ status })] }), NOW_MS);
  const before = await isNew(database);
  const hasSeen = await markOutcomesSeen(database, ["f1", "unknown"]);

  expect([before, hasSeen, await isNew(database)]).toEqual([true, true, false]);
  expect(await markOutcomesSeen(database, ["f1"])).toBe(false);
});

it("that was seen is no news again when the server repeats it, but is with another answer", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [told({ status: "fixed" })] }), NOW_MS);
  await markOutcomesSeen(database, ["f1"]);

  const repeated = await applyPage(database, page({ changes: [told({ status: "fixed" })], reset: true }), NOW_MS);
  const afterRepeat = await isNew(database);
  await applyPage(database, page({ changes: [told({ status: "fixed", answer: "Corrected." })] }), NOW_MS);

  expect(repeated.hasChangedOutcomes).toBe(false);
  expect([afterRepeat, await isNew(database)]).toEqual([false, true]);
});

it("that was not seen stays news when something else about it changes", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [told({ status: "accepted" })] }), NOW_MS);

  await applyPage(database, page({ changes: [told({ status: "accepted", lookBy: "2026-01-09" })] }), NOW_MS);

  expect(await isNew(database)).toBe(true);
});

it("outlives a full read that leaves it out as closed long ago", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [told({ status: "declined", answer: "It is right." })] }), NOW_MS);

  await applyPage(database, page({ reset: true }), NOW_MS);

  expect((await readFlagOutcomes(database)).get("f1")?.outcome.answer).toBe("It is right.");
});

it("that does not fit its schema is passed over", async () => {
  const database = freshDatabase();

  await applyPage(database, page({ changes: [{ op: "put", type: "flagOutcome" }, told()] }), NOW_MS);

  expect([...(await readFlagOutcomes(database)).keys()]).toEqual(["f1"]);
});
