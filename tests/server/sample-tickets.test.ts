import { describe, expect, it } from "vitest";
import { articleById, countWords, header, judgements, ticketById, tickets } from "./sample";

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
