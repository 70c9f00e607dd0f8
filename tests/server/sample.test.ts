import { describe, expect, it } from "vitest";
import { articleSchema } from "../../lib/contract/article";
import { situationDraftSchema } from "../../lib/contract/situation";
import { z } from "../../lib/contract/zod";
import { sampleNoticeSchema } from "../../scripts/start/add-sample-extras";
import { parseLine } from "../../server/import/parse-line";
import { articleById, articleLines, articles, countWords, readJson, tickets } from "./sample";

/** The dates of the sample are meant to be looked at from here. */
const SEEN_FROM_MS = Date.parse("2026-11-15T00:00:00Z");
const DAY_MS = 86_400_000;

const notices = z.array(sampleNoticeSchema).parse(readJson("notices.json"));
const situations = z.array(situationDraftSchema).parse(readJson("situations.json"));

describe("the sample's notices and situations", () => {
  it("are at least two in each language", () => {
    for (const written of [notices, situations]) {
      const [english, french] = ["en", "fr"].map((language) => written.filter((each) => each.language === language));

      expect(english?.length).toBeGreaterThanOrEqual(2);
      expect(french?.length).toBeGreaterThanOrEqual(2);
    }
  });

  it("name articles that exist, in their own language", () => {
    const named = [
      ...notices.map(({ language, articleId }) => ({ language, articleId })),
      ...situations.flatMap(({ language, articles: own }) => own.map(({ articleId }) => ({ language, articleId }))),
    ];

    const wrong = named.filter(({ language, articleId }) => {
      return articleId !== null && articleById.get(articleId)?.metadata.language !== language;
    });
    expect(wrong).toEqual([]);
  });

  it("have a ticket each language whose words call one up", () => {
    const isCalled = (language: string, cues: string[]) =>
      tickets.some(({ metadata, text }) => {
        const said = `${metadata.subject} ${text}`.toLowerCase();
        return metadata.lang === language && cues.some((cue) => said.includes(cue.toLowerCase()));
      });

    for (const language of ["en", "fr"]) {
      const calledUp = [notices, situations].map((all) =>
        all.some((each) => each.language === language && isCalled(language, each.cues)),
      );
      expect(calledUp).toEqual([true, true]);
    }
  });
});

describe("the sample's articles", () => {
  it("number at least 66", () => {
    expect(articles.length).toBeGreaterThanOrEqual(66);
  });

  it("have ids of their own", () => {
    expect(articleById.size).toBe(articles.length);
  });

  it("are two thirds English and one third French", () => {
    const french = articles.filter(({ metadata }) => metadata.language === "fr").length;

    expect(french).toBeGreaterThanOrEqual(22);
    expect(french / articles.length).toBeCloseTo(1 / 3, 1);
  });

  it("carry their language in their id", () => {
    const mislabelled = articles.filter(({ _id, metadata }) => !_id.startsWith(`${metadata.language}-`));

    expect(mislabelled.map(({ _id }) => _id)).toEqual([]);
  });

  it.each(articleSchema.shape.kind.options)("include at least six of the kind %s", (kind) => {
    const ofKind = articles.filter(({ metadata }) => metadata.kind === kind);

    expect(ofKind.length).toBeGreaterThanOrEqual(6);
  });

  it("include at least twelve internal ones", () => {
    const internal = articles.filter(({ metadata }) => metadata.audience === "internal");

    expect(internal.length).toBeGreaterThanOrEqual(12);
  });

  it("have an address exactly when they are public", () => {
    const wrong = articles.filter(({ metadata }) => (metadata.audience === "public") !== (metadata.url !== null));

    expect(wrong.map(({ _id }) => _id)).toEqual([]);
  });

  it("have addresses of their own", () => {
    const urls = articles.flatMap(({ metadata }) => metadata.url ?? []);

    expect(new Set(urls).size).toBe(urls.length);
  });

  it("link only to articles that exist", () => {
    const urls = new Set(articles.map(({ metadata }) => metadata.url));
    const links = articles.flatMap(({ text }) =>
      [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target ?? ""),
    );

    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !urls.has(link))).toEqual([]);
  });

  it("are between 120 and 450 words long", () => {
    const outside = articles.filter(({ text }) => countWords(text) < 120 || countWords(text) > 450);

    expect(outside.map(({ _id }) => _id)).toEqual([]);
  });

  it("carry two to eight tags, each once", () => {
    const wrong = articles.filter(({ metadata: { tags } }) => {
      return tags.length < 2 || tags.length > 8 || new Set(tags).size < tags.length;
    });

    expect(wrong.map(({ _id }) => _id)).toEqual([]);
  });

  it("are never updated before they are published", () => {
    const wrong = articles.filter(({ metadata }) => metadata.updatedAt < metadata.publishedAt);

    expect(wrong.map(({ _id }) => _id)).toEqual([]);
  });

  it("include overdue ones and ones never verified, but mostly verified ones", () => {
    const overdue = articles.filter(({ metadata }) => isOverdue(metadata));
    const neverVerified = articles.filter(({ metadata }) => metadata.verifiedAt === null);

    expect(overdue.length).toBeGreaterThanOrEqual(5);
    expect(neverVerified.length).toBeGreaterThanOrEqual(3);
    expect(overdue.length + neverVerified.length).toBeLessThan(articles.length / 3);
  });

  it("include about twenty ready answers", () => {
    const withReply = articles.filter(({ metadata }) => metadata.replyText !== null);

    expect(withReply.length).toBeGreaterThanOrEqual(18);
  });

  it("can all be imported", () => {
    const refused = articleLines.map((line) => parseLine(line, "en")).filter((parsed) => "reason" in parsed);

    expect(refused).toEqual([]);
  });
});

describe("the sample's translations", () => {
  const translations = articles.filter(({ metadata }) => metadata.translationOf !== null);
  const versionsBehind = ({ metadata }: (typeof articles)[number]) => {
    const source = articleById.get(metadata.translationOf ?? "");
    return (source?.metadata.version ?? Number.NaN) - (metadata.sourceVersion ?? Number.NaN);
  };

  it("number at least twelve, beside at least six French articles of their own", () => {
    const french = articles.filter(({ metadata }) => metadata.language === "fr");

    expect(translations.length).toBeGreaterThanOrEqual(12);
    expect(french.length - translations.length).toBeGreaterThanOrEqual(6);
  });

  it("follow an English article in a version that it has had", () => {
    const wrong = translations.filter((article) => {
      const source = articleById.get(article.metadata.translationOf ?? "");
      return source?.metadata.language !== "en" || !(versionsBehind(article) >= 0);
    });

    expect(wrong.map(({ _id }) => _id)).toEqual([]);
  });

  it("include at least four that lag", () => {
    const lagging = translations.filter((article) => versionsBehind(article) > 0);

    expect(lagging.length).toBeGreaterThanOrEqual(4);
  });

  it("share audience and groups with their source", () => {
    const wrong = translations.filter(({ metadata }) => {
      const source = articleById.get(metadata.translationOf ?? "");
      return (
        source?.metadata.audience !== metadata.audience || source.metadata.groups.join() !== metadata.groups.join()
      );
    });

    expect(wrong.map(({ _id }) => _id)).toEqual([]);
  });
});

function isOverdue({ verifiedAt, verifyEveryDays }: (typeof articles)[number]["metadata"]): boolean {
  return verifiedAt !== null && Date.parse(verifiedAt) + verifyEveryDays * DAY_MS < SEEN_FROM_MS;
}
