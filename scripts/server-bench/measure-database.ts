import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DatabasePlace, openDatabase } from "../../server/db/open-database";
import { startTemporaryCluster } from "../postgres/temporary-cluster";
import { type BenchAgent, fillBase } from "./fill-base";
import { type FirstRead, measureFirstRead } from "./first-read";
import { type Comparison, compare, type Measured, residentBytes } from "./measure";
import type { BenchServerOptions } from "./options";
import { startProcess } from "./start-process";

const FLAGS_PER_BATCH = 5;

/** `comparisons` in the order they were measured; memory of the server's process in bytes. */
export type DatabaseResult = {
  database: string;
  firstRead: FirstRead;
  comparisons: Comparison[];
  memory: { started: number; read: number; ended: number };
};

type Say = (line: string) => void;

/** Fills a database, starts the server on it and measures. Nothing is left behind. */
export async function measureDatabase(
  database: "pglite" | "postgres",
  options: BenchServerOptions,
  say: Say,
): Promise<DatabaseResult> {
  if (database === "postgres") {
    const cluster = await startTemporaryCluster(say);
    try {
      const name = `PostgreSQL ${cluster.version}`;
      return await measureAt(name, { databaseUrl: cluster.url }, { DATABASE_URL: cluster.url }, options, say);
    } finally {
      await cluster.stop();
    }
  }
  const folder = await mkdtemp(join(tmpdir(), "souffleur-bench-"));
  try {
    return await measureAt("PGlite", { dataDir: folder }, { SOUFFLEUR_DATA: folder }, options, say);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureAt(
  database: string,
  place: DatabasePlace,
  env: Record<string, string>,
  options: BenchServerOptions,
  say: Say,
): Promise<DatabaseResult> {
  say(`putting in ${options.articles} articles`);
  const opened = await openDatabase(place);
  const agents = await fillBase(opened.db, options.articles);
  await opened.close();
  const settings = { SOUFFLEUR_REQUESTS_PER_MINUTE: "0", SOUFFLEUR_LOG: "json" };
  const server = await startProcess("server/main.ts", ["serve", "--port", "0"], { ...env, ...settings });
  try {
    const started = await residentBytes(server.pid);
    say("reading everything");
    const firstRead = await measureFirstRead(server.url, agents[0]?.token ?? "");
    const read = await residentBytes(server.pid);
    const comparisons: Comparison[] = [];
    for (const call of callsOf(agents)) {
      say(call.name);
      comparisons.push(await compare(call, { ...options, url: server.url }));
    }
    return { database, firstRead, comparisons, memory: { started, read, ended: await residentBytes(server.pid) } };
  } finally {
    await server.stop();
  }
}

/** What to measure. Flags come last, since they are changes. */
function callsOf(agents: readonly BenchAgent[]): Measured[] {
  const common = (token: string) => ({ Authorization: `Bearer ${token}`, "Accept-Encoding": "gzip" });
  const poll = (cursorOf: (agent: BenchAgent) => string) =>
    agents.map((agent) => {
      const cursor = cursorOf(agent);
      return { query: `?cursor=${cursor}`, headers: { ...common(agent.token), "If-None-Match": `"${cursor}"` } };
    });
  const changes = { method: "GET", path: "/v1/changes", flagsPerBatch: 0 } as const;
  const senders = agents.map(({ token }) => ({
    query: "",
    headers: { ...common(token), "Content-Type": "application/json" },
  }));
  return [
    { name: "poll, nothing new", ...changes, variants: poll((agent) => agent.upToDate) },
    { name: "poll, one article changed", ...changes, variants: poll((agent) => agent.oneBehind) },
    {
      name: `batch of ${FLAGS_PER_BATCH} flags`,
      method: "POST",
      path: "/v1/flags",
      variants: senders,
      flagsPerBatch: FLAGS_PER_BATCH,
    },
  ];
}
