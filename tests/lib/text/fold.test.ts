import fc from "fast-check";
import { expect, it } from "vitest";
import { fold } from "../../../lib/text/fold";

it.each([
  ["Évènement", "evenement"],
  ["ŒUVRE", "oeuvre"],
  ["Straße", "strasse"],
  ["l’été", "l'ete"],
  ["wi\u2011fi", "wi-fi"],
  ["ＥＲＲ", "err"],
  ["ﬁbre", "fibre"],
  ["rem\u00adboursement", "remboursement"],
  ["Łódź", "lodz"],
  ["Ёлка", "елка"],
])("makes %s into %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it.each(["パスワード", "환불을", "पासवर्ड", "รหัสผ่าน"])("keeps the marks that are letters in %s", (text) => {
  expect(fold(text)).toBe(text);
});

it("changes nothing the second time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const once = fold(text);

      expect(fold(once)).toBe(once);
    }),
  );
});
