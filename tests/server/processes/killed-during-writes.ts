import { addAgent } from "../../../server/agents/add-agent";
import type { OpenDatabase } from "../../../server/db/open-database";
import { importArticles } from "../../../server/import/import-articles";
import { findViolations } from "../invariants";
import {
  articleWrites,
  createLedger,
  findLost,
  flagWrites,
  gapWrites,
  lessonWrites,
  usageWrites,
  writeUntilGone,
} from "./ledger";
import { httpAgent, startServerProcess } from "./server-process";

const ARTICLE_IDS = Array.from({ length: 12 }, (_, index) => `article-${index}`);

/** How many writes are acknowledged in all when the server is killed; others are under way then. */
const KILL_AFTER = [5, 40, 120];

type Outcome = { acknowledged: number; wrong: string[]; lost: string[]; violations: string[] };

/**
 * Kills a server several times while eight agents write, starts it again on the same database each time, and tells what
 * became of the writes it had acknowledged. `env` is what starts the server, `open` opens its database when it is stopped.
 */
export async function killDuringWrites(
  env: Record<string, string>,
  open: () => Promise<OpenDatabase>,
): Promise<Outcome> {
  const tokens = await prepare(open);
  const ledger = createLedger();
  let server = await startServerProcess(env);
  const agents = tokens.map((token) => httpAgent(token, () => server.url));
  const aboutArticles = [flagWrites, lessonWrites, usageWrites].map((writesAbout) => writesAbout(ARTICLE_IDS));
  const makers = [...aboutArticles, gapWrites, articleWrites];
  for (const count of KILL_AFTER) {
    const writing = writeUntilGone(agents, makers, ledger);
    await ledger.waitFor(count);
    await server.kill();
    await writing;
    server = await startServerProcess(env);
  }
  const lost = await findLost(ledger);
  await server.stop();
  const violations = await inspect(open);
  return { acknowledged: ledger.acknowledged.length, wrong: ledger.wrong, lost, violations };
}

/** Adds articles and the agents that will write; answers their tokens. */
async function prepare(open: () => Promise<OpenDatabase>): Promise<string[]> {
  const { db, close } = await open();
  const clock = Date.now;
  const lines = ARTICLE_IDS.map((id) => JSON.stringify({ _id: id, title: `Title ${id}`, text: "Text" }));
  await importArticles({ db, clock, lines: eachOf(lines), onBadLine: () => undefined });
  const tokens: string[] = [];
  for (let number = 1; number <= 8; number += 1) {
    tokens.push((await addAgent({ db, clock, name: `Agent ${number}`, role: "manager" })).token);
  }
  await close();
  return tokens;
}

async function inspect(open: () => Promise<OpenDatabase>): Promise<string[]> {
  const { db, close } = await open();
  const violations = await findViolations(db);
  await close();
  return violations;
}

async function* eachOf(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}
