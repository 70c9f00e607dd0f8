import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { createApiClient } from "../../../lib/api/client";
import type { Article } from "../../../lib/contract/article";
import { createLibrary } from "../../../lib/worker/create-library";
import { article, ticket } from "../builders";
import { freshDatabase } from "../db/support";

const NOW_MS = Date.UTC(2026, 10, 21, 10);

/** A library without a server that holds these articles. */
async function openWith(articles: Article[]) {
  const database = freshDatabase();
  await database.articles.bulkAdd(articles.map((each) => ({ id: each.id, generation: 1, article: each })));
  await database.unindexed.add({ articleIds: articles.map(({ id }) => id) });
  const clock = { nowMs: NOW_MS };
  const fetch = () => Promise.reject(new TypeError("no network"));
  const library = createLibrary({
    database,
    api: createApiClient({ endpoint: "https://kb.example.com", token: "t", clientVersion: "0.1.0", fetch }),
    runAlone: async (work) => {
      await work();
      return true;
    },
    channel: { announce: () => undefined, listen: () => undefined, close: () => undefined },
    nowMs: () => clock.nowMs,
    random: () => 0.5,
    createId: uuidv7,
    yieldToOthers: async () => undefined,
  });
  return { database, library, clock };
}

const CARD_FEES = article({ id: "fees", title: "Card fees", tags: ["card"], text: "Card replacement costs 10 €." });
const LOST_CARD = article({
  id: "lost",
  title: "Card replacement",
  tags: ["card"],
  text: "Card replacement costs 12 euros. The fees are booked at once.",
});
const WIFI = article({ id: "wifi", title: "Wifi is slow in the evening", text: "Restart the router." });
const FRENCH_FEES = article({
  id: "frais",
  language: "fr",
  title: "Frais de carte",
  translationOf: "fees",
  sourceVersion: 1,
  text: "Le remplacement de la carte coûte 15 €.",
});

test("an article's kin are those of its matter in its language, without its translations", async () => {
  const { library } = await openWith([CARD_FEES, LOST_CARD, WIFI, FRENCH_FEES]);

  const related = await library.relatedArticles({ id: "fees" });

  expect(related.map(({ id }) => id)).toEqual(["lost"]);
});

test("an article that is gone has neither kin nor contradictions", async () => {
  const { library } = await openWith([CARD_FEES]);

  expect(await library.relatedArticles({ id: "gone" })).toEqual([]);
  expect(await library.findDisagreements({ id: "gone" })).toEqual([]);
});

test("another amount in an article of the same matter is told with both sentences", async () => {
  const { library } = await openWith([CARD_FEES, LOST_CARD, WIFI]);

  const found = await library.findDisagreements({ id: "fees" });

  expect(found).toEqual([
    {
      kind: "amount",
      own: { value: "10 €", sentence: "Card replacement costs 10 €." },
      other: {
        card: expect.objectContaining({ id: "lost" }),
        value: "12 euros",
        sentence: "Card replacement costs 12 euros.",
      },
    },
  ]);
});

test("another amount in an up-to-date translation is told", async () => {
  const { library } = await openWith([CARD_FEES, FRENCH_FEES]);

  const found = await library.findDisagreements({ id: "fees" });

  expect(found.map(({ other }) => [other.card.id, other.value])).toEqual([["frais", "15 €"]]);
});

test("a translation that is behind its source is known to differ", async () => {
  const { library } = await openWith([{ ...CARD_FEES, version: 2 }, FRENCH_FEES]);

  expect(await library.findDisagreements({ id: "fees" })).toEqual([]);
  expect(await library.findDisagreements({ id: "frais" })).toEqual([]);
});

async function counted(database: Awaited<ReturnType<typeof openWith>>["database"]) {
  const rows = await database.usage.toArray();
  return rows.map(({ event }) => `${event.type} ${event.count}`).sort();
}

test("a word on an article counts once a day", async () => {
  const { library, database, clock } = await openWith([CARD_FEES]);

  await library.rateArticle({ articleId: "fees", isHelpful: true, ticket: null });
  await library.rateArticle({ articleId: "fees", isHelpful: true, ticket: null });
  const sameDay = await counted(database);
  clock.nowMs += 86_400_000;
  await library.rateArticle({ articleId: "fees", isHelpful: true, ticket: null });

  expect(sameDay).toEqual(["helpful 1"]);
  expect(await counted(database)).toEqual(["helpful 1", "helpful 1"]);
});

test("a changed word takes the first one back as long as that has not left", async () => {
  const { library, database } = await openWith([CARD_FEES]);

  await library.rateArticle({ articleId: "fees", isHelpful: true, ticket: null });
  await library.rateArticle({ articleId: "fees", isHelpful: false, ticket: null });

  expect(await counted(database)).toEqual(["notHelpful 1"]);
});

test("helpful beside a ticket teaches the article, not helpful teaches nothing", async () => {
  const { library, database } = await openWith([CARD_FEES, LOST_CARD]);
  const front = ticket({ text: "My card is lost, I need a replacement" });

  await library.rateArticle({ articleId: "fees", isHelpful: false, ticket: front });
  const before = await database.learnedTerms.count();
  await library.rateArticle({ articleId: "fees", isHelpful: true, ticket: front });

  expect(before).toBe(0);
  expect(await database.learnedTerms.get("fees")).toBeDefined();
});
