import { expect, it, vi } from "vitest";
import { createApiClient } from "../../../lib/api/client";
import type { Change } from "../../../lib/contract/changes";
import { applyPage } from "../../../lib/db/apply-page";
import type { LibraryDatabase } from "../../../lib/db/library-database";
import type { TeamWords } from "../../../lib/ranking/ticket-query";
import { type ChangedRows, NO_CHANGED_ROWS } from "../../../lib/worker/changed-rows";
import { type ChangeChannel, createLibrary } from "../../../lib/worker/create-library";
import { createTeamVocabulary } from "../../../lib/worker/team-vocabulary";
import { freshDatabase, page, put } from "../db/support";
import { wordsOf } from "../ranking/phrase-words";
import { articleTerms, situation, synonymSet } from "../vocabulary";

const NOW_MS = 5_000;

const SYNONYMS: Change = { op: "put", type: "synonymSet", synonymSet: synonymSet({ phrases: ["box", "router"] }) };
const SITUATION: Change = { op: "put", type: "situation", situation: situation({ cues: ["moving"] }) };

function synonymsOf({ synonyms }: TeamWords, text: string): string[] {
  return synonyms.expand(wordsOf(text), "en").map(({ phrase }) => phrase);
}

it("holds what the database has", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [SYNONYMS, SITUATION] }), NOW_MS);

  const current = await createTeamVocabulary(database).current();

  expect(synonymsOf(current, "the box")).toEqual(["router"]);
  expect(current.situations.recognise(wordsOf("moving"), "en").map(({ name }) => name)).toEqual(["Moving house"]);
});

it("is read once, until its rows are told to have changed", async () => {
  const database = freshDatabase();
  const vocabulary = createTeamVocabulary(database);
  const before = await vocabulary.current();
  await applyPage(database, page({ changes: [SYNONYMS] }), NOW_MS);

  const untold = await vocabulary.current();
  vocabulary.reread();
  const told = await vocabulary.current();

  expect(untold).toBe(before);
  expect(synonymsOf(told, "the box")).toEqual(["router"]);
});

it("is read again after it could not be read", async () => {
  const database = freshDatabase();
  vi.spyOn(database.synonyms, "toArray").mockRejectedValueOnce(new Error("disk"));
  const vocabulary = createTeamVocabulary(database);
  await expect(vocabulary.current()).rejects.toThrow("disk");

  const current = await vocabulary.current();

  expect(synonymsOf(current, "the box")).toEqual([]);
});

/** A library whose server has one page, and what it told the screen and other contexts. */
function libraryWithFeed(database: LibraryDatabase, changes: Change[]) {
  const announced: ChangedRows[] = [];
  let listener: Parameters<ChangeChannel["listen"]>[0] = () => undefined;
  const library = createLibrary({
    database,
    api: createApiClient({
      endpoint: "https://kb.example.com",
      token: "token",
      clientVersion: "0.1.0",
      fetch: async () => Response.json(page({ changes })),
    }),
    runAlone: async (work) => {
      await work();
      return true;
    },
    channel: {
      announce: (changed) => announced.push(changed),
      listen: (heard) => {
        listener = heard;
      },
      close: () => undefined,
    },
    nowMs: () => NOW_MS,
    random: () => 0.5,
    createId: () => "id",
    yieldToOthers: async () => undefined,
  });
  const told: string[][] = [];
  library.on("articlesChanged", ({ ids }) => told.push(ids));
  return { library, announced, told, hear: (changed: ChangedRows) => listener(changed) };
}

it("has lists asked for again when the feed changed it, here and in other contexts", async () => {
  const { library, told, announced } = libraryWithFeed(freshDatabase(), [SYNONYMS]);

  await library.sync();

  expect(told).toEqual([[]]);
  expect(announced).toEqual([{ ...NO_CHANGED_ROWS, hasChangedVocabulary: true }]);
});

it("has lists asked for again when another context changed it", async () => {
  const { told, hear } = libraryWithFeed(freshDatabase(), []);

  hear({ ...NO_CHANGED_ROWS, hasChangedVocabulary: true });

  expect(told).toEqual([[]]);
});

it("lets other contexts know of articles and of the team's terms", async () => {
  const terms: Change = { op: "put", type: "articleTerms", articleTerms: articleTerms({ articleId: "a" }) };
  const { library, announced } = libraryWithFeed(freshDatabase(), [put("a"), terms]);

  await library.sync();

  expect(announced).toEqual([{ ...NO_CHANGED_ROWS, articleIds: ["a"], changedTerms: ["a"] }]);
});

it("tells nobody of a page without news", async () => {
  const { library, told, announced } = libraryWithFeed(freshDatabase(), []);

  await library.sync();

  expect(told).toEqual([]);
  expect(announced).toEqual([]);
});
