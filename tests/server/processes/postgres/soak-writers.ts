/** Four kinds of writers that know nothing of each other, each with a connection or a server process of its own. */
import { uuidv7 } from "uuidv7";
import type { Agent } from "../../../../server/agents/agent";
import type { Database } from "../../../../server/db/database";
import { importArticles } from "../../../../server/import/import-articles";
import type { HttpAgent } from "../server-process";

export const GROUPS = ["billing", "moving", "retention"];

const ARTICLES = 60;

/** Chance for tests, the same numbers each time. */
export type Random = { below(limit: number): number; some<T>(from: readonly T[]): T[] };

/** A linear congruential generator: enough to mix writes. */
export function createRandom(seed: number): Random {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, some: (from) => from.filter(() => below(2) === 0) };
}

/** One round of a writer's work. */
export type Writer = (round: number) => Promise<void>;

/** Imports some articles, new, changed and to be published in a moment, for other groups and audiences each time. */
export function importer(db: Database, random: Random): Writer {
  return async (round) => {
    const ids = Array.from({ length: 4 }, () => random.below(ARTICLES));
    const lines = [...new Set(ids)].map((id) => {
      const publishedAt = new Date(Date.now() + (random.below(4) === 0 ? 1500 : -1500)).toISOString();
      const audience = random.below(2) === 0 ? "public" : "internal";
      const metadata = { groups: random.some(GROUPS), audience, publishedAt };
      return JSON.stringify({ _id: `a${id}`, title: `Import ${round} of ${id}`, text: `Round ${round}`, metadata });
    });
    const onBadLine = ({ reason }: { reason: string }) => {
      throw new Error(reason);
    };
    await importArticles({ db, clock: Date.now, lines: eachOf(lines), onBadLine });
  };
}

/** Writes and publishes articles, archives, restores and deletes them. To come too late or to find nothing is as good. */
export function editor(manager: HttpAgent, random: Random): Writer {
  return async (round) => {
    const path = `/v1/articles/a${random.below(ARTICLES)}`;
    const before = await manager.get(path);
    await before.arrayBuffer();
    const action = ["archive", "restore", "delete", "verify"][random.below(8)];
    if (action === "delete") return end(await manager.send("DELETE", path, undefined, versionOf(before)));
    if (action) return end(await manager.send("POST", `${path}/${action}`, {}, versionOf(before)));
    const content = { language: "en", title: `Edit ${round}`, bodyHtml: "<p>Text</p>", groups: random.some(GROUPS) };
    const written = await manager.send("PUT", path, { content }, versionOf(before));
    await end(written);
    await end(await manager.send("POST", `${path}/publish`, { confirmPublic: true }, versionOf(written)));
  };
}

function versionOf(answer: Response): Record<string, string> {
  const etag = answer.headers.get("ETag");
  return etag === null ? {} : { "If-Match": etag };
}

async function end(answer: Response): Promise<void> {
  const text = await answer.text();
  if (answer.status >= 500 || answer.status === 400) throw new Error(`${answer.url}: ${answer.status} ${text}`);
}

/** Flags an article; one the agent may not read is refused, which is as good. */
export function flagger(agent: HttpAgent, random: Random): Writer {
  return async () => {
    const about = { articleId: `a${random.below(ARTICLES)}`, articleVersion: 1, reason: null, comment: null };
    const flag = { id: uuidv7(), ...about, flaggedAt: new Date().toISOString() };
    await end(await agent.post("/v1/flags", { flags: [flag] }));
  };
}

/** Puts an agent into other groups. */
export function accessChanger(admin: HttpAgent, agents: readonly Agent[], random: Random): Writer {
  return async (round) => {
    const groups = random.some(GROUPS);
    await end(await admin.send("PATCH", `/v1/agents/${agents[round % agents.length]?.id}`, { groups }));
  };
}

async function* eachOf(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}
