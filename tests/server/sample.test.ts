import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articleSchema, languageTagSchema } from "../../lib/contract/article";
import { situationDraftSchema } from "../../lib/contract/situation";
import { z } from "../../lib/contract/zod";
import { sampleNoticeSchema } from "../../scripts/start/add-sample-extras";
import { parseLine } from "../../server/import/parse-line";

const SAMPLE = new URL("../../server/sample/", import.meta.url);
/** The dates of the sample are meant to be looked at from here. */
const SEEN_FROM_MS = Date.parse("2026-11-15T00:00:00Z");
const DAY_MS = 86_400_000;

const articleLineSchema = z.strictObject({
  _id: articleSchema.shape.id.regex(/^(en|fr)(-[a-z0-9]+)+$/),
  title: articleSchema.shape.title,
  text: z.string().min(1),
  metadata: articleSchema
    .omit({ id: true, title: true, bodyHtml: true, sections: true, openFlags: true })
    .extend({ language: z.enum(["en", "fr"]), format: z.literal("markdown"), summary: z.string().min(1) })
    .strict(),
});

const ticketLineSchema = z.strictObject({
  _id: z.string().regex(/^\d+$/),
  text: z.string().min(1),
  metadata: z.strictObject({
    lang: languageTagSchema,
    subject: z.string().min(1),
    messages: z
      .array(
        z.strictObject({
          role: z.enum(["customer", "agent"]),
          text: z.string().min(1),
          author: z.string().min(1),
          sentAt: z.iso.datetime(),
        }),
      )
      .min(1),
    tags: z.array(z.string().min(1)),
    fields: z.record(z.string(), z.string()).optional(),
    nothing: z.literal(true).optional(),
  }),
});

const articleLines = readLines("corpus.jsonl");
const articles = articleLines.map((line) => articleLineSchema.parse(JSON.parse(line)));
const articleById = new Map(articles.map((article) => [article._id, article]));
const tickets = readLines("queries.jsonl").map((line) => ticketLineSchema.parse(JSON.parse(line)));
const ticketById = new Map(tickets.map((ticket) => [ticket._id, ticket]));
const [header, ...judgements] = readLines("qrels/test.tsv").map((line) => line.split("\t"));

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

describe("the sample's tickets", () => {
  const answerable = tickets.filter(({ metadata }) => metadata.nothing !== true);

  it("number 24, of which 20 have an answer", () => {
    expect(ticketById.size).toBe(24);
    expect(answerable.length).toBe(20);
  });

  it("are 16 in English and 8 in French", () => {
    const languages = tickets.map(({ metadata }) => metadata.lang);

    expect(languages.filter((language) => language === "en").length).toBe(16);
    expect(languages.filter((language) => language === "fr").length).toBe(8);
  });

  it("hold all the customer's words as their text", () => {
    const wrong = tickets.filter(({ text, metadata }) => {
      const own = metadata.messages.filter(({ role }) => role === "customer").map((message) => message.text);
      return own.join("\n\n") !== text;
    });

    expect(wrong.map(({ _id }) => _id)).toEqual([]);
  });

  it("keep their messages oldest first", () => {
    const wrong = tickets.filter(({ metadata }) => {
      const timesMs = metadata.messages.map(({ sentAt }) => Date.parse(sentAt));
      return timesMs.some((timeMs, index) => timeMs < (timesMs[index - 1] ?? 0));
    });

    expect(wrong.map(({ _id }) => _id)).toEqual([]);
  });

  it("are between 40 and 130 words long, the agents' messages included", () => {
    const outside = tickets.filter(({ metadata }) => {
      const words = countWords(metadata.messages.map((message) => message.text).join("\n"));
      return words < 40 || words > 130;
    });

    expect(outside.map(({ _id }) => _id)).toEqual([]);
  });

  it("go back and forth in at least eight cases", () => {
    const dialogues = tickets.filter(({ metadata }) => metadata.messages.some(({ role }) => role === "agent"));

    expect(dialogues.length).toBeGreaterThanOrEqual(8);
  });
});

describe("the sample's judgements", () => {
  it("start with the header of BEIR", () => {
    expect(header).toEqual(["query-id", "corpus-id", "score"]);
  });

  it("point at tickets and articles that exist", () => {
    const dangling = judgements.filter(
      ([ticketId = "", articleId = ""]) => !ticketById.has(ticketId) || !articleById.has(articleId),
    );

    expect(dangling).toEqual([]);
  });

  it("give every ticket with an answer one best article, in the ticket's language", () => {
    const best = judgements.filter(([, , score]) => score === "2");
    const foreign = best.filter(
      ([ticketId = "", articleId = ""]) =>
        ticketById.get(ticketId)?.metadata.lang !== articleById.get(articleId)?.metadata.language,
    );
    const answerable = tickets.filter(({ metadata }) => metadata.nothing !== true).map(({ _id }) => _id);

    expect(best.length).toBe(answerable.length);
    expect(new Set(best.map(([ticketId]) => ticketId))).toEqual(new Set(answerable));
    expect(foreign).toEqual([]);
  });

  it("score 1 for the same matter in the other language only", () => {
    const bestOf = new Map(
      judgements.flatMap(([ticket, article, score]) => (score === "2" ? [[ticket, article]] : [])),
    );
    const others = judgements.filter(([, , score]) => score !== "2");
    const unrelated = others.filter(([ticketId, articleId = "", score]) => {
      const best = bestOf.get(ticketId) ?? "";
      const isOtherVersion =
        articleById.get(articleId)?.metadata.translationOf === best ||
        articleById.get(best)?.metadata.translationOf === articleId;
      return score !== "1" || !isOtherVersion;
    });

    expect(others.length).toBeGreaterThan(0);
    expect(unrelated).toEqual([]);
  });

  it("say nothing about tickets that nothing fits", () => {
    const judged = judgements.filter(([ticketId = ""]) => ticketById.get(ticketId)?.metadata.nothing === true);

    expect(judged).toEqual([]);
  });
});

function readLines(path: string): string[] {
  return readFileSync(new URL(path, SAMPLE), "utf8").trimEnd().split("\n");
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function isOverdue({ verifiedAt, verifyEveryDays }: (typeof articles)[number]["metadata"]): boolean {
  return verifiedAt !== null && Date.parse(verifiedAt) + verifyEveryDays * DAY_MS < SEEN_FROM_MS;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, SAMPLE), "utf8"));
}
