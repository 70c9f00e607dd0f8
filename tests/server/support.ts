import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import type { Audience } from "../../lib/contract/article";
import type { Helpdesk } from "../../lib/contract/helpdesk";
import type { Role } from "../../lib/contract/me";
import type { SynonymSet } from "../../lib/contract/synonym";
import { addAgent as addAgentToDatabase } from "../../server/agents/add-agent";
import type { Agent } from "../../server/agents/agent";
import { changeAgent } from "../../server/agents/change-agent";
import { type App, createApp } from "../../server/app";
import { deleteArticle } from "../../server/articles/delete-article";
import { purgeTombstones } from "../../server/articles/purge-tombstones";
import { COMMAND_LINE } from "../../server/audit/actor";
import { auditLog } from "../../server/db/access-schema";
import type { Database } from "../../server/db/database";
import type { OpenDatabase } from "../../server/db/open-database";
import { type BadLine, type ImportReport, importArticles } from "../../server/import/import-articles";
import type { Log } from "../../server/log";
import type { PageReaderDraft } from "../../server/page-readers/parse-page-reader";
import { type Publication, publishPageReader } from "../../server/page-readers/publish-page-reader";
import { removePageReader } from "../../server/page-readers/remove-page-reader";
import { DEFAULT_SETTINGS, type ServerSettings } from "../../server/settings";
import { addSynonymSet } from "../../server/synonyms/add-synonym-set";
import { removeSynonymSet } from "../../server/synonyms/remove-synonym-set";
import { emptyDatabase } from "./empty-database";
import { openTestDatabase } from "./test-database";

/** Where test clocks start. */
export const TEST_START_MS = Date.UTC(2026, 10, 2, 9);

/** An agent with its token, and `get`, `post` and `send` (any method) that carry the token. */
export type TestAgent = {
  agent: Agent;
  token: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
};

/** A line of an import file; a test says only what it is about. */
export type TestLine = { _id: string; title?: string; text?: string; metadata?: Record<string, unknown> };

/** The true server on a database of its own, and what tests do to it. Its clock stands still unless moved. */
export type TestServer = {
  app: App;
  db: Database;
  /** For a client's `fetch` argument: goes to the app, whatever the host. */
  fetch: typeof fetch;
  clock: { nowMs: number };
  addAgent(options?: { name?: string; role?: Role; groups?: string[]; audience?: Audience }): Promise<TestAgent>;
  changeAccess(agent: TestAgent, access: { role?: Role; groups?: string[]; audience?: Audience }): Promise<void>;
  /** Imports articles; a line without title or text gets one made from its id. Throws when a line is bad. */
  importLines(...lines: TestLine[]): Promise<ImportReport>;
  /** Imports a file given as text, bad lines and all. */
  importText(text: string): Promise<{ report: ImportReport; badLines: BadLine[] }>;
  deleteArticle(id: string): Promise<boolean>;
  publishPageReader(draft: PageReaderDraft): Promise<Publication>;
  removePageReader(helpdesk: Helpdesk): Promise<boolean>;
  addSynonymSet(set: SynonymSet): Promise<"added" | "unchanged">;
  removeSynonymSet(id: string): Promise<SynonymSet | null>;
  /** Throws away tombstones older than the clock's time, so that earlier cursors need a reset. */
  purgeTombstones(): Promise<number>;
};

let shared: Promise<OpenDatabase> | null = null;

/**
 * A server with nothing in it. The database is shared within a test file and emptied by each call, with a new epoch:
 * call it in each test, or in `beforeEach`, and use one at a time.
 */
export async function createTestServer({
  settings,
  log,
}: {
  settings?: Partial<ServerSettings>;
  log?: Log;
} = {}): Promise<TestServer> {
  shared ??= openTestDatabase();
  const { db } = await shared;
  await emptyDatabase(db);
  const clock = { nowMs: TEST_START_MS };
  const now = () => clock.nowMs;
  const app = createApp({
    db,
    clock: now,
    settings: { ...DEFAULT_SETTINGS, requestsPerMinute: null, ...settings },
    ...(log && { log }),
  });
  const importText = async (text: string) => {
    const badLines: BadLine[] = [];
    const onBadLine = (badLine: BadLine) => badLines.push(badLine);
    const report = await importArticles({ db, clock: now, lines: linesOf(text), onBadLine });
    return { report, badLines };
  };
  return {
    app,
    db,
    clock,
    fetch: async (input, init) => app.request(new Request(input, init)),
    addAgent: (agent) => addTestAgent(app, db, now, agent),
    changeAccess: async (agent, access) => {
      const { id } = agent.agent;
      const by = { fallbackAssignee: null, actor: COMMAND_LINE, nowMs: clock.nowMs };
      await changeAgent({ db, id, change: access, mayShareName: true, ...by });
    },
    importLines: async (...lines) => {
      const text = lines.map((line) => JSON.stringify({ title: `Title ${line._id}`, text: line._id, ...line }));
      const { report, badLines } = await importText(text.join("\n"));
      if (badLines.length > 0) throw new Error(`Bad lines: ${JSON.stringify(badLines)}`);
      return report;
    },
    importText,
    deleteArticle: (id) => deleteArticle(db, id, clock.nowMs),
    publishPageReader: (draft) => publishPageReader(db, draft, clock.nowMs),
    removePageReader: (helpdesk) => removePageReader(db, helpdesk, clock.nowMs),
    addSynonymSet: (set) => addSynonymSet(db, set, clock.nowMs),
    removeSynonymSet: (id) => removeSynonymSet(db, id, clock.nowMs),
    purgeTombstones: () => purgeTombstones(db, clock.nowMs + 1),
  };
}

// In a hook, because making the database takes seconds on a busy machine and tests have less time than hooks.
beforeAll(async () => {
  shared ??= openTestDatabase();
  await shared;
});

afterAll(async () => {
  await (await shared)?.close();
  shared = null;
});

async function addTestAgent(
  app: App,
  db: Database,
  clock: () => number,
  options: Parameters<TestServer["addAgent"]>[0] = {},
): Promise<TestAgent> {
  const { agent, token } = await addAgentToDatabase({ db, clock, name: "Noor Haddad", ...options });
  // The audit trail is to hold what a test does, not how it begins.
  await db.delete(auditLog).where(eq(auditLog.subjectId, agent.id));
  const authorization = { Authorization: `Bearer ${token}` };
  const send: TestAgent["send"] = async (method, path, body, headers) =>
    app.request(path, {
      method,
      headers: { ...authorization, ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return {
    agent,
    token,
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body, headers) => send("POST", path, body, headers),
    send,
  };
}

async function* linesOf(text: string): AsyncIterable<string> {
  yield* text.split("\n");
}
