/** No text that a customer or an author can paste makes ranking throw. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createLibraryIndex } from "../../../lib/library-index/library-index";
import { loadSegment, storeSegment } from "../../../lib/library-index/stored-segment";
import { rankArticles } from "../../../lib/ranking/rank-articles";
import { article, ticket } from "../builders";

const NOW_MS = Date.parse("2026-02-01T00:00:00Z");

/** Any UTF-16 code units at all: half surrogate pairs, controls and unassigned ones too. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));

const anyText = fc.oneof(
  anyUnits,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom(
    "\u202eexe.tnemyap\u202c نسيت كلمة المرور",
    "שכחתי את הסיסמה שלי",
    "👩‍👩‍👧‍👦🏳️‍🌈 e\u0301e\u0301e\u0301\u0301\u0301\u0301",
    "\ud800\udfff\udc00\ud800",
    "\0\u0001\u001b[31m\u007f\u0085\u2028\ufeff",
    "ﷺ Ǆ ﬀ İ ı ß ẞ ſ K Å",
    "ＡＢＣ１２３ ①②③ ㎏ ㍿",
    "ก็็็็็็็็็็็็็็็็็็็็ 我的发票 パスワード 비밀번호",
  ),
);

const anyLanguage = fc.constantFrom("en", "fr", "de", "ja", "th", "zh-Hant", "xx");

it("ranks any ticket against any articles, and finds the same after saving and loading", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyLanguage, anyText, anyText), { maxLength: 6 }),
      anyText,
      anyText,
      (texts, subject, text) => {
        const index = createLibraryIndex();
        texts.forEach(([language, title, body], number) => {
          index.put(article({ id: `a${number}`, language, title, tags: [title], text: body }));
        });
        const asked = ticket({ subject, text });
        const options = { droppedTerms: [], nowMs: NOW_MS };

        const { ranked } = rankArticles(index, asked, options);

        const loaded = createLibraryIndex();
        loaded.restore(index.segments().flatMap((segment) => loadSegment(storeSegment(segment), segment.dead) ?? []));
        const again = rankArticles(loaded, asked, options).ranked;
        expect(again.map(({ article: { id }, score }) => ({ id, score }))).toEqual(
          ranked.map(({ article: { id }, score }) => ({ id, score })),
        );
      },
    ),
    { numRuns: 150 },
  );
});

const MEGABYTE = 2 ** 20;

/** About a million characters, with a little of everything. */
function hugeText(): string {
  const piece =
    "The router ERR-4102 shows a red light; l’événement n’a pas été remboursé 500 Mo. " +
    "\ud800 \u202e نسيت \u202c 我的发票不对 パスワード 👩‍👩‍👧‍👦 \0 https://acme.example/help?id=1 > quoted\n-- \n";
  return piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);
}

it.each([
  ["a little of everything", hugeText()],
  ["one word without an end", "a".repeat(MEGABYTE)],
  ["half surrogate pairs", "\ud800".repeat(MEGABYTE)],
  ["combining marks", `e${"\u0301".repeat(MEGABYTE - 1)}`],
  ["joined letters and dots", "a.b-c_d'e&".repeat(MEGABYTE / 10)],
  ["characters without spaces", "发票".repeat(MEGABYTE / 2)],
])("ranks a ticket of a megabyte: %s", (_, text) => {
  const index = createLibraryIndex();
  index.put(
    article({ id: "router", title: "Router shows a red light", text: "ERR-4102 means that the line is busy." }),
  );

  const { ranked } = rankArticles(index, ticket({ subject: text, text }), { droppedTerms: [], nowMs: NOW_MS });

  expect(ranked.length).toBeLessThanOrEqual(1);
});

it("indexes an article of a megabyte", () => {
  const index = createLibraryIndex();
  index.put(article({ id: "huge", title: "Router log", text: hugeText() }));
  index.put(article({ id: "small", title: "Parental lock", text: "Set a PIN." }));

  const asked = ticket({ text: "the router shows a red light, ERR-4102" });
  const { ranked } = rankArticles(index, asked, { droppedTerms: [], nowMs: NOW_MS });

  expect(ranked[0]?.article.id).toBe("huge");
});
