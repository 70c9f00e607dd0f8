import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addAgent } from "../../../server/agents/add-agent";
import { runCommand } from "../../../server/commands/run-command";
import { openDatabase } from "../../../server/db/open-database";
import { importArticles } from "../../../server/import/import-articles";
import { takeLessons } from "../../../server/learning/take-lessons";
import { lesson, TODAY } from "../learning/lessons";
import { prepareDataDir } from "../test-database";

/** Making the built-in database on disk takes seconds on a busy machine. */
const DISK_TIMEOUT_MS = 120_000;

let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-team-language-"));
  dataDir = join(folder, "database");
  await prepareDataDir(dataDir);
});

afterEach(() => rm(folder, { recursive: true }));

const clock = () => Date.parse(TODAY);

/** Exit code, result, and what was said beside it; the line about the database in use is left out. */
async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(argv, {
    env: { SOUFFLEUR_DATA: dataDir },
    clock,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    waitForStop: async () => undefined,
  });
  return { code, out: out.join("\n"), err: err.filter((line) => !line.startsWith("DATABASE_URL")).join("\n") };
}

test(
  "synonyms are added, added again without effect, listed and removed",
  async () => {
    const added = await run("synonyms", "add", "avoir", "remboursement", "--language", "fr");
    const again = await run("synonyms", "add", "Remboursement", "avoir", "--language", "fr");
    const list = await run("synonyms", "list");
    const [id = ""] = list.out.split(" ");
    const removed = await run("synonyms", "remove", id);
    const removedAgain = await run("synonyms", "remove", id);
    const none = await run("synonyms", "list");

    expect(added.out).toBe(`Added ${id} (fr): avoir, remboursement. Agents get it with their next sync.`);
    expect(again.out).toBe(`Nothing changed: ${id} (fr): Remboursement, avoir is there.`);
    expect(list.out).toBe(`${id} (fr): avoir, remboursement`);
    expect(removed.out).toBe(`Removed ${id} (fr): avoir, remboursement.`);
    expect(removedAgain).toMatchObject({ code: 0, out: `There is no synonym set with the id ${id}.` });
    expect(none).toEqual({ code: 0, out: "", err: "There are no synonym sets." });
  },
  DISK_TIMEOUT_MS,
);

test(
  "situations are added, given more cues, listed, and removed cue by cue",
  async () => {
    const added = await run("situations", "add", "moving house", "new address");
    const more = await run("situations", "add", "moving house", "new address", "relocation");
    const again = await run("situations", "add", "moving house", "relocation");
    const list = await run("situations", "list");
    const [id = ""] = list.out.split(" ");
    const less = await run("situations", "remove", id, "relocation");
    const notThere = await run("situations", "remove", id, "relocation");
    const removed = await run("situations", "remove", id);
    const none = await run("situations", "list");

    const name = `${id} (any language) moving house`;
    expect(added.out).toBe(`Added: ${name}: new address. Agents get it with their next sync.`);
    expect(added.err).toBe('No article carries the situation "moving house" yet.');
    expect(more.out).toBe(`Added: ${name}: new address, relocation. Agents get it with their next sync.`);
    expect(again.out).toBe(`Nothing changed: ${name}: new address, relocation is there.`);
    expect(list.out).toBe(`${name}: new address, relocation`);
    expect(less.out).toBe(`Left: ${name}: new address.`);
    expect(notThere.out).toBe(`Nothing changed: ${name}: new address has none of these cues.`);
    expect(removed.out).toBe("Removed moving house.");
    expect(none).toEqual({ code: 0, out: "", err: "There are no situations." });
  },
  DISK_TIMEOUT_MS,
);

test(
  "a proposed pair is put into force by the command printed with it",
  async () => {
    await teachRefunds();

    const proposed = await run("synonyms", "candidates");
    const [evidence, command = ""] = proposed.out.split("\n");
    const words = [...command.matchAll(/"([^"]+)"/g)].flatMap(([, word]) => word ?? []);
    const added = await run("synonyms", "add", "--language", "fr", ...words);
    const after = await run("synonyms", "candidates");

    expect(evidence).toBe("argent / remboursement: together on 2 articles, each by 3 agents or more, score 0.67");
    expect(command).toBe('  npm run server -- synonyms add --language fr "argent" "remboursement"');
    expect(added.out).toMatch(/^Added [0-9a-f]{12} \(fr\): argent, remboursement\./);
    expect(after).toMatchObject({ code: 0, out: "", err: expect.stringMatching(/^There are no candidates/) });
  },
  DISK_TIMEOUT_MS,
);

test.each([
  [["synonyms"], /^synonyms takes add/],
  [["synonyms", "ad", "a", "b"], /^synonyms takes add/],
  [["synonyms", "add", "refund"], /^Nothing is added: a set has 2 to 20 different phrases, this one has 1\.$/],
  [["synonyms", "add", "a", "b", "--language", "french!"], /^--language: expected a language tag/],
  [["synonyms", "list", "--language", "fr"], /^--language is for add\.$/],
  [["synonyms", "list", "all"], /^synonyms list takes nothing else\.$/],
  [["synonyms", "remove"], /^synonyms remove takes one id/],
  [["synonyms", "candidates", "--limit", "0"], /^--limit: expected a number from 1 to 100\.$/],
  [["synonyms", "add", "a", "b", "--limit", "3"], /^--limit is for candidates\.$/],
  [["situations"], /^situations takes add/],
  [["situations", "add"], /^situations add takes a name/],
  [["situations", "add", "moving"], /^Nothing is added: a situation needs at least one cue\.$/],
  [["situations", "remove"], /^situations remove takes an id/],
  [["situations", "list", "all"], /^situations list takes nothing else\.$/],
])("%j is refused in plain words, and no database is made", async (argv, message) => {
  await rm(dataDir, { recursive: true });

  const { code, out, err } = await run(...argv);

  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(message);
  expect(await readdir(folder)).toEqual([]);
});

async function teachRefunds(): Promise<void> {
  const { db, close } = await openDatabase({ dataDir });
  const articles = ["Remboursement", "Le remboursement", "Adresse", "Offre"];
  const lines = articles.map((title, at) => JSON.stringify({ _id: `a${at}`, title, text: title }));
  await importArticles({ db, clock, lines: linesOf(lines), onBadLine: () => undefined, defaultLanguage: "fr" });
  for (const name of ["Noor Haddad", "Ida Lund", "Tom Okafor"]) {
    const { agent } = await addAgent({ db, clock, name });
    const sent = [
      ...["a0", "a1"].map((articleId) => lesson({ articleId, terms: ["rembours", "argent"] })),
      ...["a2", "a3"].map((articleId) => lesson({ articleId, terms: ["forfait"] })),
    ];
    await takeLessons({ db, agent, sent, nowMs: clock() });
  }
  await close();
}

async function* linesOf(lines: string[]): AsyncIterable<string> {
  yield* lines;
}
