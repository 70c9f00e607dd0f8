import { expect, it } from "vitest";
import { changedRowsOf } from "../../../lib/worker/changed-rows";

const nothing = {
  ...{ put: [], deleted: [], changedTerms: [] },
  ...{ hasChangedVocabulary: false, hasChangedNotices: false, hasChangedOutcomes: false },
};

it("names removed articles among those whose terms changed, each once", () => {
  const changed = changedRowsOf({
    ...nothing,
    put: ["new"],
    deleted: ["gone", "both"],
    changedTerms: ["both", "taught"],
  });

  expect(changed?.articleIds).toEqual(["new", "gone", "both"]);
  expect(changed?.changedTerms.toSorted()).toEqual(["both", "gone", "taught"]);
});

it("tells of notices and of what became of flags without an article", () => {
  expect(changedRowsOf({ ...nothing, hasChangedNotices: true })).toMatchObject({ hasChangedNotices: true });
  expect(changedRowsOf({ ...nothing, hasChangedOutcomes: true })).toMatchObject({ hasChangedOutbox: true });
});

it("is null when nothing changed that anybody holds", () => {
  expect(changedRowsOf(nothing)).toBeNull();
});
