import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addAgent } from "../../../../server/agents/add-agent";
import type { Agent } from "../../../../server/agents/agent";
import type { Database } from "../../../../server/db/database";
import { type OpenDatabase, openDatabase } from "../../../../server/db/open-database";
import { decodeCursor } from "../../../../server/feed/cursor";
import { createReplica, type Replica, tablesOf } from "../../feed/replica";
import { findViolations } from "../../invariants";
import { createPostgresDatabase, type PostgresDatabase } from "../../test-database";
import { findBreaches, keepHistory, type ReadPage, readHistory, readReadable } from "../history";
import { type HttpAgent, httpAgent, killServerProcesses, startServerProcess } from "../server-process";
import { accessChanger, createRandom, editor, flagger, GROUPS, importer, type Writer } from "./soak-writers";

/** How long writers write and readers read. No outcome depends on it. */
const SOAK_MS = Number(process.env.SOUFFLEUR_SOAK_SECONDS ?? 30) * 1000;

/** Of each writer, however slow the machine. */
const LEAST_ROUNDS = 20;

const SEED = 20_261_122;

type Reader = { agent: Agent; http: HttpAgent; replica: Replica; pages: ReadPage[]; hasChangingAccess: boolean };

let database: PostgresDatabase;
let opened: OpenDatabase[];

beforeEach(async () => {
  database = await createPostgresDatabase();
  opened = [];
});

afterEach(async () => {
  await killServerProcesses();
  for (const { close } of opened) await close();
  await database.drop();
});

async function connect(): Promise<Database> {
  const connection = await openDatabase({ databaseUrl: database.url });
  opened.push(connection);
  return connection.db;
}

/** Eight: an admin, one for the public only, three in fixed groups, three whose groups change all the time. */
async function addReaders(db: Database, nextUrl: () => string): Promise<Reader[]> {
  const kinds: { groups?: string[]; role?: "admin"; audience?: "public"; hasChangingAccess?: true }[] = [
    { role: "admin" },
    { audience: "public", groups: GROUPS },
    { groups: [] },
    { groups: ["billing"] },
    { groups: ["moving", "retention"] },
    ...GROUPS.map((group) => ({ groups: [group], hasChangingAccess: true as const })),
  ];
  const readers: Reader[] = [];
  for (const [index, { hasChangingAccess = false, ...access }] of kinds.entries()) {
    const { agent, token } = await addAgent({ db, clock: Date.now, name: `Reader ${index}`, ...access });
    const http = httpAgent(token, nextUrl);
    readers.push({ agent, http, replica: createReplica(http), pages: [], hasChangingAccess });
  }
  return readers;
}

async function readPage({ replica, pages }: Reader, limit: number): Promise<boolean> {
  const before = replica.cursor === null ? null : decodeCursor(replica.cursor);
  const page = await replica.pullPage(limit);
  const upTo = decodeCursor(page.cursor)?.at ?? Number.NaN;
  pages.push({ after: page.reset ? 0 : (before?.at ?? Number.NaN), upTo, page });
  return page.hasMore;
}

async function writeUntil(isOver: () => boolean, write: Writer): Promise<void> {
  for (let round = 0; round < LEAST_ROUNDS || !isOver(); round += 1) await write(round);
}

async function isWaitingForPublication(db: Database): Promise<boolean> {
  const rows: unknown = await db.execute(sql`select 1 from articles where not is_published and deleted_at is null
    and archived_at is null`);
  return Array.isArray(rows) && rows.length > 0;
}

test("S1 S2 two servers, four writers: each of eight readers ends with its rows, none skipped and none twice", async () => {
  const db = await connect();
  await keepHistory(db);
  const env = { DATABASE_URL: database.url };
  const servers = await Promise.all([startServerProcess(env), startServerProcess(env)]);
  let turn = 0;
  const nextUrl = () => servers[turn++ % servers.length]?.url ?? "";
  const readers = await addReaders(db, nextUrl);
  const random = createRandom(SEED);
  const { token } = await addAgent({ db, clock: Date.now, name: "Writer", role: "admin" });
  const writer = httpAgent(token, nextUrl);
  const moving = readers.filter((reader) => reader.hasChangingAccess).map(({ agent }) => agent);
  const writers = [
    importer(await connect(), random),
    editor(writer, random),
    flagger(writer, random),
    accessChanger(writer, moving, random),
  ];

  const endMs = Date.now() + SOAK_MS;
  const isOver = () => Date.now() >= endMs;
  let isAllWritten = false;
  const writing = Promise.all(writers.map((write) => writeUntil(isOver, write))).finally(() => {
    isAllWritten = true;
  });
  const reading = readers.map(async (reader) => {
    while (!isAllWritten) await readPage(reader, 1 + random.below(40));
    while (await isWaitingForPublication(db)) await readPage(reader, 200).then(() => wait(50));
    while (await readPage(reader, 200));
  });
  await writing;
  await Promise.all(reading);

  const history = await readHistory(db);
  for (const { agent, http, replica, pages, hasChangingAccess } of readers) {
    expect(findBreaches(pages, history, hasChangingAccess ? null : agent)).toEqual([]);
    if (!hasChangingAccess) expect(pages.filter(({ page }) => page.reset)).toHaveLength(1);
    const held = [...replica.rows].map(([id, row]) => [id, `${row.title} v${row.version} f${row.openFlags}`] as const);
    expect(new Map(held)).toEqual(await readReadable(db, agent));
    const fresh = createReplica(http);
    await fresh.pull();
    expect(tablesOf(replica)).toEqual(tablesOf(fresh));
  }
  expect(await findViolations(db)).toEqual([]);
}, 300_000);
