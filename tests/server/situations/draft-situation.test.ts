import { expect, test } from "vitest";
import { situationSchema } from "../../../lib/contract/situation";
import { draftSituation } from "../../../server/situations/draft-situation";

test("name and cues are tidied, and a cue that comes twice is kept once", () => {
  const drafted = draftSituation(" moving  house", ["New address", " new address ", "moving"], "en");

  const expected = { name: "moving house", cues: ["New address", "moving"], language: "en" };
  expect(drafted).toMatchObject({ situation: expected });
  expect(situationSchema.safeParse("situation" in drafted ? drafted.situation : null).success).toBe(true);
});

test.each([
  ["without a cue", "moving house", [], ["a situation needs at least one cue"]],
  ["without a name", " ", ["moving"], ['"" has neither a letter nor a digit']],
  ["with a long cue", "moving", ["x".repeat(81)], [`"${"x".repeat(80)}…" is longer than 80 characters`]],
])("a situation %s is refused", (_what, name, cues, problems) => {
  expect(draftSituation(name, cues, null)).toEqual({ problems });
});
