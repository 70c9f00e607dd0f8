import { expect, it } from "vitest";
import { type ComparedText, compareArticles, type TextPart } from "../../../lib/worker/compare-articles";

function text(...sections: [heading: string, text: string][]): ComparedText {
  return { title: "Fees", sections: sections.map(([heading, each]) => ({ heading, text: each })), replyText: null };
}

/** Parts as people mark them: [-taken out-]{+put in+}. */
function marked(parts: TextPart[] | null): string | null {
  const marks = { same: (word: string) => word, added: (w: string) => `{+${w}+}`, removed: (w: string) => `[-${w}-]` };
  return parts?.map(({ kind, text: each }) => marks[kind](each)).join("") ?? null;
}

function compared(before: ComparedText, after: ComparedText) {
  return compareArticles(before, after).sections.map(({ heading, headingParts, paragraphs }) => ({
    heading: marked(headingParts) ?? heading,
    paragraphs: paragraphs.map(({ isAfterGap, parts }) => `${isAfterGap ? "… " : ""}${marked(parts)}`),
  }));
}

it("shows the words that changed in their paragraph, under its heading, and nothing else", () => {
  const before = text(["", "Who pays."], ["Fee", "First.\nThe fee is 10 € per year.\nLast."], ["More", "The end."]);
  const after = text(["", "Who pays."], ["Fee", "First.\nThe fee is 12 € per year.\nLast."], ["More", "The end."]);

  expect(compared(before, after)).toEqual([
    { heading: "Fee", paragraphs: ["… The fee is [-10 €-]{+12 €+} per year."] },
  ]);
});

it.each([
  ["€6 per day", "€7 per day", "[-€6-]{+€7+} per day"],
  [
    "the price is 1.250,50\u00a0€ net",
    "the price is 1.300,00\u00a0€ net",
    "the price is [-1.250,50\u00a0€-]{+1.300,00\u00a0€+} net",
  ],
  ["before 12.05.2026 at 8:30", "before 13.05.2026 at 8:30", "before [-12.05.2026-]{+13.05.2026+} at 8:30"],
  ["a fee of 2.5% for all", "a fee of 3% for all", "a fee of [-2.5%-]{+3%+} for all"],
  ["it costs 5. Then wait", "it costs 6. Then wait", "it costs [-5-]{+6+}. Then wait"],
])("keeps an amount or a date of %j in one piece", (before, after, paragraph) => {
  expect(compared(text(["Fee", before]), text(["Fee", after]))[0]?.paragraphs).toEqual([paragraph]);
});

it("shows the cells of a table's row as a line of text, not as they are stored", () => {
  const before = text(["Fees", "Activation | €6 per day"]);
  const after = text(["Fees", "Activation | €7 per day"]);

  expect(compared(before, after)).toEqual([{ heading: "Fees", paragraphs: ["Activation · [-€6-]{+€7+} per day"] }]);
});

it("says where paragraphs were left out between two changes", () => {
  const before = text(["Fee", "One is red.\nTwo.\nThree is red.\nFour is red."]);
  const after = text(["Fee", "One is blue.\nTwo.\nThree is blue.\nFour is blue."]);

  expect(compared(before, after)).toEqual([
    {
      heading: "Fee",
      paragraphs: ["One is [-red-]{+blue+}.", "… Three is [-red-]{+blue+}.", "Four is [-red-]{+blue+}."],
    },
  ]);
});

it("shows what was put in and taken out as a whole", () => {
  const before = text(["Fee", "The fee is due.\nCash is taken."]);
  const after = text(["Fee", "The fee is due.\nCards are welcome everywhere now."], ["Late", "A reminder follows."]);

  expect(compared(before, after)).toEqual([
    { heading: "Fee", paragraphs: ["… [-Cash is taken.-]", "{+Cards are welcome everywhere now.+}"] },
    { heading: "{+Late+}", paragraphs: ["{+A reminder follows.+}"] },
  ]);
});

it("puts a changed paragraph beside its new form when others come between", () => {
  const before = text(["Fee", "The fee is 10 € per year."]);
  const after = text(["Fee", "Nothing is free of charge.\nThe fee is 12 € per year."]);

  expect(compared(before, after)).toEqual([
    { heading: "Fee", paragraphs: ["{+Nothing is free of charge.+}", "The fee is [-10 €-]{+12 €+} per year."] },
  ]);
});

it("shows a heading that changed over a text that did not", () => {
  const before = text(["The old fee", "It is due."]);
  const after = text(["The new fee", "It is due."]);

  expect(compared(before, after)).toEqual([{ heading: "The [-old-]{+new+} fee", paragraphs: [] }]);
});

it("leaves out the far words of a long paragraph", () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ");
  const [section] = compared(text(["", `${words} 10 ${words}`]), text(["", `${words} 12 ${words}`]));

  const [paragraph = ""] = section?.paragraphs ?? [];
  expect(paragraph).toMatch(/^… .*word59 \[-10-\]\{\+12\+\} word0 .* …$/);
  expect(paragraph.length).toBeLessThan(200);
});

it("compares title and ready answer too", () => {
  const before = { ...text(), replyText: "Dear customer,\nthe fee is 10 €." };
  const after = { ...text(), title: "Fees and charges", replyText: "Dear customer,\nthe fee is 12 €." };

  const { title, replyText, sections } = compareArticles(before, after);

  expect(marked(title)).toBe("Fees{+ and charges+}");
  expect(replyText.map(({ parts }) => marked(parts))).toEqual(["the fee is [-10 €-]{+12 €+}."]);
  expect(sections).toEqual([]);
});

it("has nothing to show of equal texts", () => {
  const same = text(["Fee", "It is due."]);

  expect(compareArticles(same, same)).toEqual({ title: null, sections: [], replyText: [] });
});

it("gives up on words where two long texts have nothing in common, and still says all", () => {
  const line = (seed: number) =>
    Array.from({ length: 400 }, (_, at) => `${(seed * 7919 + at * 104_729) % 99_991}`).join(" ");
  const lines = (from: number) => Array.from({ length: 800 }, (_, at) => line(from + at)).join("\n");

  const [section] = compareArticles(text(["", lines(1)]), text(["", lines(5_000)])).sections;

  expect(section?.paragraphs).toHaveLength(1_600);
}, 4_000);
