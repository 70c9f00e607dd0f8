import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { createApiClient, type Fetch } from "../../../lib/api/client";
import type { LibraryDatabase } from "../../../lib/db/library-database";
import type { RunAlone } from "../../../lib/sync/sync-pass";
import { createLibrary } from "../../../lib/worker/create-library";
import type { Library, LibraryEvents } from "../../../lib/worker/protocol";
import type { TestAgent, TestServer } from "../../server/support";
import { freshDatabase } from "../db/support";

export type TestLibrary = Library & {
  database: LibraryDatabase;
  /** Every request that reached the network, in order. */
  requests: Request[];
  /** What the library told, by event. */
  told: { [Name in keyof LibraryEvents]: LibraryEvents[Name][] };
};

type TestLibraryOptions = {
  database?: LibraryDatabase;
  fetch?: Fetch;
  later?: (delayMs: number, callback: () => void) => void;
  runAlone?: RunAlone;
};

/** Nobody else is at work. */
const runAtOnce: RunAlone = async (work) => {
  await work();
  return true;
};

/** The true library on the true server, in this process; `fetch` may stand between the two. */
export function openTestLibrary(server: TestServer, agent: TestAgent, options: TestLibraryOptions = {}): TestLibrary {
  const database = options.database ?? freshDatabase();
  const requests: Request[] = [];
  const fetch: Fetch = options.fetch ?? ((request) => server.fetch(request));
  const library = createLibrary({
    database,
    api: createApiClient({
      endpoint: "https://kb.example.com",
      token: agent.token,
      clientVersion: "0.1.0",
      fetch(request) {
        requests.push(request.clone());
        return fetch(request);
      },
    }),
    runAlone: options.runAlone ?? runAtOnce,
    channel: { announce: () => undefined, listen: () => undefined, close: () => undefined },
    nowMs: () => server.clock.nowMs,
    random: () => 0.5,
    createId: uuidv7,
    yieldToOthers: async () => undefined,
    ...(options.later && { later: options.later }),
  });
  const told: TestLibrary["told"] = {
    ...{ syncChanged: [], articlesChanged: [], flagsChanged: [], pageReadersChanged: [] },
    ...{ noticesChanged: [], newsChanged: [], shelfChanged: [], draftsChanged: [], gapsChanged: [] },
  };
  library.on("syncChanged", (state) => told.syncChanged.push(state));
  library.on("articlesChanged", (change) => told.articlesChanged.push(change));
  library.on("flagsChanged", (flags) => told.flagsChanged.push(flags));
  library.on("pageReadersChanged", (event) => told.pageReadersChanged.push(event));
  library.on("noticesChanged", (event) => told.noticesChanged.push(event));
  library.on("newsChanged", (event) => told.newsChanged.push(event));
  library.on("shelfChanged", (event) => told.shelfChanged.push(event));
  library.on("draftsChanged", (drafts) => told.draftsChanged.push(drafts));
  library.on("gapsChanged", (gaps) => told.gapsChanged.push(gaps));
  return { ...library, database, requests, told };
}

/** A network to the server, with its n-th answer (counted from 1) spoilt in some way. */
export function spoilingAnswer(
  server: TestServer,
  nth: number,
  spoil: (response: Response) => Response | Promise<Response>,
): Fetch {
  let answers = 0;
  return async (request) => {
    const response = await server.fetch(request);
    answers += 1;
    return answers === nth ? spoil(response) : response;
  };
}

/** The answer of a server that will not take a request as it is. */
export function refusal(detail = "it cannot be read"): Response {
  const problem = { type: "about:blank", title: "Bad request", status: 400, code: "invalid_request", detail };
  return new Response(JSON.stringify(problem), {
    status: 400,
    headers: { "Content-Type": "application/problem+json" },
  });
}

/** A word that is found nowhere else. */
export function canary(): string {
  return `canary${randomUUID().replaceAll("-", "").slice(0, 12)}`;
}
