import fc from "fast-check";
import { expect, it } from "vitest";
import { lessonTerms } from "../../../lib/learning/lesson-terms";
import type { Signal } from "../../../lib/learning/signals";
import { ticket } from "../builders";
import { BASE, DAY_MS, NOW_MS, testLearner, ticketNo } from "./support";

const WORDS = ["card", "payment", "refund", "twice", "invoice", "login", "gobbled", "frobnicated", "wobbly"];
const ARTICLES = ["a", "b", "c"];
const SIGNALS: Signal[] = ["opened", "linked", "inserted"];

const lessonArbitrary = fc.record({
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }),
  articleId: fc.constantFrom(...ARTICLES),
  signal: fc.constantFrom(...SIGNALS),
  daysAgo: fc.integer({ min: 0, max: 400 }),
});

/** Everything a learner knows, to a thousandth. */
function told(learner: ReturnType<typeof testLearner>) {
  const model = learner.model();
  const terms = ["card", "payment", "refund", "twic", "invoic", "login", "gobbl", "frobnic", "wobbl"];
  const rounded = (weight: number) => Math.round(weight * 100) / 100;
  return ARTICLES.map((id) => [
    rounded(model.articleTotal(id)),
    ...terms.map((term) => rounded(model.postings(term).get(id) ?? 0)),
  ]);
}

it("knows the same in whatever order a day's lessons were taught", async () => {
  const lessons = fc.array(lessonArbitrary, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lessons, fc.infiniteStream(fc.nat()), async (taught, random) => {
      const byDay = (a: { daysAgo: number }, b: { daysAgo: number }) => b.daysAgo - a.daysAgo;
      const numbered = taught.map((lesson, number) => ({ ...lesson, number })).sort(byDay);
      const shuffled = numbered
        .map((lesson) => ({ lesson, at: random.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ lesson }) => lesson)
        .sort(byDay);

      const models = await Promise.all(
        [numbered, shuffled].map(async (order) => {
          const learner = testLearner();
          for (const { words, articleId, signal, daysAgo, number } of order) {
            learner.clock.nowMs = NOW_MS - daysAgo * DAY_MS;
            await learner.teach(ticketNo(number, `the ${words.join(" and the ")}`), articleId, signal);
          }
          learner.clock.nowMs = NOW_MS;
          await learner.load();
          return told(learner);
        }),
      );

      for (const [at, row] of (models[0] ?? []).entries()) {
        for (const [column, weight] of row.entries()) expect(models[1]?.[at]?.[column]).toBeCloseTo(weight, 1);
      }
    }),
    { numRuns: 40 },
  );
});

it("an undone flag changes nothing", async () => {
  const lessons = fc.array(lessonArbitrary, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(lessons, lessonArbitrary, fc.boolean(), async (taught, flagged, hasTicket) => {
      const learner = testLearner();
      for (const [number, { words, articleId, signal }] of taught.entries()) {
        await learner.teach(ticketNo(number, `the ${words.join(" and the ")}`), articleId, signal);
      }
      const before = told(learner);

      const inFront = ticketNo(0, `the ${flagged.words.join(" and the ")}`);
      await learner.unteach(flagged.articleId, hasTicket ? inFront : null, "flag");
      await learner.restore("flag");

      expect(told(learner)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

it("teaches nothing but letters, whatever the ticket holds, and never too much", () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      "card",
      "4417",
      "jo.smith@acme.example",
      "https://acme.example/x",
      "a1b2",
      "Straße",
      "l’eau",
      "密码",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.emailAddress(),
    fc.webUrl(),
    fc.stringMatching(/^[A-Z]{2}\d{10}$/),
  );
  const text = fc.array(pieces, { maxLength: 150 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), text, (subject, body) => {
      const everything = { documentFrequency: () => 1, languages: () => ["en", "fr", "de"] };

      const { known, unknown } = lessonTerms(ticket({ subject, text: body }), everything, () => true);

      for (const term of [...known, ...unknown]) expect(term).toMatch(/^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?$/u);
      for (const term of known) expect(term.length).toBeLessThanOrEqual(40);
      expect(known.length).toBeLessThanOrEqual(120);
      expect(unknown).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it("remembers no word that is written like a name", () => {
  const name = fc.stringMatching(/^[A-ZÀÉÖ][a-zàéö]{3,10}$/);
  const frame = fc.constantFrom("the card of NAME got gobbled", "NAME gobbled the card", "card: NAME", "x, NAME, y");
  fc.assert(
    fc.property(name, frame, (word, text) => {
      const unknownOf = (body: string) => lessonTerms(ticketNo(1, body), BASE, () => false).unknown;

      const unknown = unknownOf(text.replace("NAME", word));

      expect(unknown).toEqual(unknownOf(text.replace("NAME", "ZQ1")));
    }),
    { numRuns: 200 },
  );
});
