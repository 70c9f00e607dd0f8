/** The true server for one test: on a loopback port, with an in-memory database that the tests of a file share. */

import { addAgent } from "../../../server/agents/add-agent";
import type { Agent } from "../../../server/agents/agent";
import { createApp } from "../../../server/app";
import type { Database } from "../../../server/db/database";
import { type FlagRow, flags } from "../../../server/db/schema";
import { importArticles } from "../../../server/import/import-articles";
import { type RunningServer, startServer } from "../../../server/listen";
import type { ServerSettings } from "../../../server/settings";
import { emptyDatabase } from "../../server/empty-database";

/** A line of an import file. */
export type ArticleLine = { _id: string; title: string; text: string; metadata?: Record<string, unknown> };

export type ReceivedRequest = { method: string; path: string };

export type Backend = {
  url: string;
  db: Database;
  agent: Agent;
  token: string;
  /** What reached the server, oldest first, preflights included. */
  requests: readonly ReceivedRequest[];
  /** Takes in articles. Throws when a line is bad. */
  importLines(lines: Iterable<ArticleLine | string>): Promise<void>;
  /** The flags as they stand in the server's table. */
  readFlags(): Promise<FlagRow[]>;
  /** Lets nobody connect any more. May be called twice. */
  stop(): Promise<void>;
  /** Serves again on the same port. */
  restart(): Promise<void>;
};

async function* oneByOne(lines: Iterable<ArticleLine | string>): AsyncIterable<string> {
  for (const line of lines) yield typeof line === "string" ? line : JSON.stringify(line);
}

async function importLines(db: Database, lines: Iterable<ArticleLine | string>): Promise<void> {
  const onBadLine = ({ line, reason }: { line: number; reason: string }) => {
    throw new Error(`Line ${line}: ${reason}`);
  };
  await importArticles({ db, clock: Date.now, lines: oneByOne(lines), onBadLine });
}

/** Empties the database and serves it, with one agent who may read everything that has no group. */
export async function startBackend(db: Database, options: { settings?: ServerSettings } = {}): Promise<Backend> {
  await emptyDatabase(db);
  const { agent, token } = await addAgent({
    db,
    clock: Date.now,
    name: "Noor Haddad",
    groups: ["billing", "retention"],
  });
  const app = createApp({ db, clock: Date.now, ...options });
  const requests: ReceivedRequest[] = [];
  const answer = app.fetch;
  app.fetch = (request, ...rest) => {
    requests.push({ method: request.method, path: new URL(request.url).pathname });
    return answer(request, ...rest);
  };
  let server: RunningServer | null = await startServer({ app, host: "127.0.0.1", port: 0 });
  const { url } = server;
  return {
    ...{ url, db, agent, token, requests },
    importLines: (lines) => importLines(db, lines),
    readFlags: () => db.select().from(flags),
    async stop() {
      const running = server;
      server = null;
      await running?.close();
    },
    async restart() {
      server ??= await startServer({ app, host: "127.0.0.1", port: Number(new URL(url).port) });
    },
  };
}
