import { describe, expect, test } from "vitest";
import { parsePageReader } from "../../../server/page-readers/parse-page-reader";

const SUBJECT = { name: "new-header", lastSeen: "2026-11", selector: "#subject", read: "value" };
const ROLE = { name: "bot", lastSeen: "2026-11", when: [".bot"], role: "bot" };

/** The problems of a file with this reading. */
function problemsWith(reading: unknown, helpdesk = "zendesk"): string[] {
  const parsed = parsePageReader(JSON.stringify({ helpdesk, reading }));
  return "problems" in parsed ? parsed.problems : [];
}

test("takes a helpdesk and its reading", () => {
  const file = { helpdesk: "zendesk", reading: { subject: [SUBJECT] } };

  expect(parsePageReader(JSON.stringify(file))).toEqual({ draft: file });
});

test("takes a file with a byte order mark", () => {
  const file = { helpdesk: "zendesk", reading: { subject: [SUBJECT] } };

  expect(parsePageReader(`\uFEFF${JSON.stringify(file)}`)).toEqual({ draft: file });
});

test("says that a file is not JSON", () => {
  expect(parsePageReader("{ subject: }")).toEqual({
    problems: [expect.stringMatching(/^the file is not valid JSON: /)],
  });
});

test.each([
  [[], "the file: has to be an object: { }"],
  [{ reading: { subject: [SUBJECT] } }, "helpdesk: is missing"],
  [{ helpdesk: "zendesk" }, "reading: is missing"],
  [{ helpdesk: "gorgias", reading: { subject: [SUBJECT] } }, /^helpdesk: has to be "zendesk" or "freshdesk"/],
  [{ helpdesk: "zendesk", version: 3, reading: { subject: [SUBJECT] } }, "version: is not known here (misspelt?)"],
])("refuses %j", (file, problem) => {
  const parsed = parsePageReader(JSON.stringify(file));

  expect(parsed).toEqual({ problems: [typeof problem === "string" ? problem : expect.stringMatching(problem)] });
});

describe("names the path of the wrong entry", () => {
  test.each([
    [{ subjct: [SUBJECT] }, "reading.subjct: is not known here (misspelt?)"],
    [{ subject: SUBJECT }, "reading.subject: has to be a list: [ ]"],
    [{ subject: [SUBJECT, { ...SUBJECT, selector: "" }] }, "reading.subject[1].selector: is empty"],
    [{ subject: [{ ...SUBJECT, selector: 7 }] }, "reading.subject[0].selector: has to be a text in quotes"],
    [{ subject: [{ ...SUBJECT, read: undefined }] }, "reading.subject[0].read: is missing"],
    [{ subject: [{ ...SUBJECT, read: "html" }] }, 'reading.subject[0].read: has to be "value" or "text" or "ownText"'],
    [{ subject: [{ ...SUBJECT, read: { attr: "id" } }] }, "reading.subject[0].read.attribute: is missing"],
    [
      { subject: [{ ...SUBJECT, read: { attribute: "on click" } }] },
      /^reading.subject\[0\].read.attribute: not the name/,
    ],
    [{ subject: [{ ...SUBJECT, lastSeen: "November" }] }, /^reading.subject\[0\].lastSeen: a year and month/],
    [{ subject: [{ ...SUBJECT, name: "New Header" }] }, /^reading.subject\[0\].name: use small letters/],
    [{ subject: [{ ...SUBJECT, selector: "a".repeat(501) }] }, /selector: is longer than 500 characters$/],
    [{ subject: Array(21).fill(SUBJECT) }, "reading.subject: has more than 20 entries"],
    [{ messages: { roles: [{ ...ROLE, when: [] }] } }, "reading.messages.roles[0].when: has no entry"],
    [{ fields: [{ ...SUBJECT, field: 7 }] }, "reading.fields[0].field: has to be a text in quotes"],
    [{ fields: [{ ...SUBJECT, field: { on: "td" } }] }, "reading.fields[0].field.attribute: is missing"],
    [{ subject: [{ ...SUBJECT, selector: "a\u0000" }] }, /selector: holds a character that cannot be stored$/],
    [{}, /^reading: lists nothing/],
    [{ subject: [] }, /^reading: lists nothing/],
  ])("%j", (reading, problem) => {
    expect(problemsWith(reading)[0]).toEqual(typeof problem === "string" ? problem : expect.stringMatching(problem));
  });

  test("of every one at once", () => {
    const problems = problemsWith({ subject: [{ ...SUBJECT, name: "" }], tags: "none", cleaning: { cut: [] } });

    expect(problems.map((line) => line.split(":")[0])).toEqual([
      "reading.subject[0].name",
      "reading.tags",
      "reading.cleaning.cut",
    ]);
  });
});

describe("refuses a pattern", () => {
  test.each([
    [{ subject: [{ ...SUBJECT, pattern: "(" }] }, /^reading.subject\[0\].pattern: is not a regular expression/],
    [
      { messages: { roles: [{ ...ROLE, attribute: "class", pattern: "[" }] } },
      /^reading.messages.roles\[0\].pattern: is not a regular/,
    ],
    [{ cleaning: { erase: ["fine", "\\p{Nothing}"] } }, /^reading.cleaning.erase\[1\]: is not a regular expression/],
    [{ cleaning: { dropLines: ["a{2,1}"] } }, /^reading.cleaning.dropLines\[0\]: is not a regular expression/],
    [{ cleaning: { cutAt: ["\\_"] } }, /^reading.cleaning.cutAt\[0\]: is not a regular expression/],
    [{ subject: [{ ...SUBJECT, pattern: "a)|(b" }] }, /^reading.subject\[0\].pattern: is not a regular expression/],
    [{ subject: [{ ...SUBJECT, pattern: "^#\\d+" }] }, /^reading.subject\[0\].pattern: keeps its first group and has/],
  ])("%j", (reading, problem) => {
    expect(problemsWith(reading)).toEqual([expect.stringMatching(problem)]);
  });
});

test("takes selectors that look like patterns, and patterns of roles and lines without a group", () => {
  const reading = {
    subject: [{ ...SUBJECT, selector: "[id^='(']" }],
    messages: { roles: [{ ...ROLE, attribute: "class", pattern: "^bot" }] },
    cleaning: { drop: ["[class*='(']"], cutAt: ["^on .+ wrote:$"] },
  };

  expect(problemsWith(reading)).toEqual([]);
});

test("refuses a name that stands twice in one list, and takes it in two lists", () => {
  const other = { ...SUBJECT, selector: "#other" };

  expect(problemsWith({ subject: [SUBJECT, other] })).toEqual(["reading.subject[1].name: stands in this list twice"]);
  expect(problemsWith({ subject: [SUBJECT], tags: [other] })).toEqual([]);
});

test.each([{ attribute: "class" }, { pattern: "^bot" }])("refuses a role with only %j", (half) => {
  expect(problemsWith({ messages: { roles: [{ ...ROLE, ...half }] } })).toEqual([
    "reading.messages.roles[0]: attribute and pattern go together, or both are left out",
  ]);
});

describe("a root selector", () => {
  const reading = { root: [{ name: "pane", lastSeen: "2026-11", selector: ".pane" }] };

  test.each(["zendesk", "zammad"])("of %s has to contain the ticket's id", (helpdesk) => {
    expect(problemsWith(reading, helpdesk)).toEqual(["reading.root[0].selector: has to contain {id}, the ticket's id"]);
  });

  test("of Freshdesk need not", () => {
    expect(problemsWith(reading, "freshdesk")).toEqual([]);
  });
});
