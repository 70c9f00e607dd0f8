import { expect, it } from "vitest";
import { BADGE_WORDS, noticeBadge } from "../../../components/text/notice-badge";
import { INTERFACE_LANGUAGES } from "../../../components/text/text";

const EXPRESS = { title: "Express takes two days", severity: "important" } as const;
const REFUNDS = { title: "No refunds", severity: "critical" } as const;

it("says in words how many notices there are, for which ticket, and what the first one is", () => {
  expect(noticeBadge([EXPRESS], "4711", ["en"])).toEqual({
    ...{ count: 1, isCritical: false },
    title: "1 notice for ticket #4711: Express takes two days",
  });
  expect(noticeBadge([REFUNDS, EXPRESS], "4711", ["fr-CA"])).toEqual({
    ...{ count: 2, isCritical: true },
    title: "2 annonces pour le ticket #4711\u00a0: No refunds",
  });
  expect(noticeBadge([], "4711", ["en"])).toBeNull();
});

it("takes the first language it has words in, and English after them", () => {
  expect(noticeBadge([EXPRESS], "1", ["nl", "fr"])?.title).toContain("annonce");
  expect(noticeBadge([EXPRESS], "1", ["nl"])?.title).toContain("notice");
});

it("has words in every language of the interface", () => {
  expect(new Set(Object.keys(BADGE_WORDS))).toEqual(new Set(INTERFACE_LANGUAGES.map(({ tag }) => tag)));
});
