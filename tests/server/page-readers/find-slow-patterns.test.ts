import { describe, expect, test } from "vitest";
import { ADAPTERS } from "../../../content-scripts/adapters";
import { findSlowPatterns } from "../../../server/page-readers/find-slow-patterns";

const SUBJECT = { name: "new-header", lastSeen: "2026-11", selector: "#subject", read: "text" as const };

describe("refuses a pattern that a long line keeps busy", () => {
  test.each(["^(\\w+\\s?)+$", "(a|a)*b", "^(\\d+)+$", "(?:[a-z]+ ?)+\\.$", "(.*)*x", "\\w+@", "\\s+$x"])(
    "%s",
    async (cut) => {
      const problems = await findSlowPatterns({ cleaning: { cutAt: ["^fine$", cut] } });

      expect(problems).toEqual([expect.stringMatching(/^reading.cleaning.cutAt\[1\]: takes too long on a long line/)]);
    },
  );
});

test("names each of several", async () => {
  const problems = await findSlowPatterns({
    subject: [{ ...SUBJECT, pattern: "^(\\w+)+$" }],
    cleaning: { erase: ["secret", "(\\d+)*x"] },
  });

  expect(problems.map((line) => line.split(":")[0])).toEqual([
    "reading.subject[0].pattern",
    "reading.cleaning.erase[1]",
  ]);
});

test.each(Object.values(ADAPTERS))("takes the patterns that $helpdesk comes with", async ({ reading }) => {
  const { cleaning, identity, subject, messages, fields, channel } = reading;

  const problems = await findSlowPatterns({ cleaning, identity, subject, messages, fields, channel });

  expect(problems).toEqual([]);
});

test("takes an update without patterns", async () => {
  expect(await findSlowPatterns({ subject: [SUBJECT] })).toEqual([]);
});
