import fc from "fast-check";
import { expect, it } from "vitest";
import { addTo, countIn, FIELDS } from "../../../lib/library-index/fields";

it("counts each field by itself, up to what it can hold", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FIELDS), { maxLength: 300 }), (added) => {
      const packed = added.reduce((counts, field) => addTo(counts, field), 0);

      for (const field of FIELDS) {
        const count = added.filter((each) => each === field).length;
        expect(countIn(packed, field)).toBe(field === "body" ? count : Math.min(63, count));
      }
    }),
  );
});

it("holds 16,383 of the body and no more", () => {
  let packed = addTo(0, "title");

  for (let count = 0; count < 20_000; count += 1) packed = addTo(packed, "body");

  expect([countIn(packed, "body"), countIn(packed, "title"), countIn(packed, "tags")]).toEqual([16_383, 1, 0]);
});
