/**
 * A front before the true server in which a chosen request meets its end: while it is on its way, or while its answer is.
 * It writes down what the server was told and what it served, so that both can be judged by what came over the network.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { finished } from "node:stream/promises";
import { createFeedModel, type FeedModel } from "../../../lib/sync/chaos/feed-model";
import { ask, bodyOf, passOn, spoilAnswer } from "../faulty-front";

/**
 * Where a request ends: nothing has arrived; the server has done it and nobody hears so; the answer ends in the middle; it
 * has come, and whoever asked is about to work on it.
 */
export type End = "request" | "answer" | "half an answer" | "arrival";

type Strike = { method: string; path: string; end: End; blow: () => Promise<void>; done: () => void };

export type ChaosFront = {
  url: string;
  feed: FeedModel;
  /** Ids of all that the server took, by their path; a second time under the same id is one. */
  told: ReadonlyMap<string, ReadonlySet<string>>;
  /** The next such request ends, and in that moment the blow falls. Resolves afterwards. */
  strike(request: { method: string; path: string }, end: End, blow: () => Promise<void>): Promise<void>;
  /** Whether a strike waits for its request. */
  isArmed(): boolean;
  /** No request ends any more. */
  rest(): void;
  close(): Promise<void>;
};

/** So few changes come in a page that a small base takes many. */
const PAGE_SIZE = "8";

function idsIn(path: string, body: Record<string, { id?: string; noticeId?: string; version?: number }[]>): string[] {
  if (path === "/v1/articles") return [String((body as { id?: unknown }).id)];
  const rows = body[path.slice("/v1/".length)] ?? [];
  return rows.map(({ id, noticeId, version }) => id ?? `${noticeId}/${version}`);
}

const TOLD = ["/v1/flags", "/v1/gaps", "/v1/articles", "/v1/acknowledgements"];

/** Starts the front on a free loopback port. */
export async function startChaosFront(upstream: string): Promise<ChaosFront> {
  const feed = createFeedModel();
  const told = new Map(TOLD.map((path) => [path, new Set<string>()]));
  let armed: Strike | null = null;

  function takeStrike(method: string | undefined, path: string): Strike | null {
    const strike = armed;
    if (strike?.method !== method || strike?.path !== path) return null;
    armed = null;
    return strike;
  }

  /** What the server says, written down before anybody hears it. */
  async function serve(request: IncomingMessage, url: URL): Promise<Response> {
    const body = await bodyOf(request);
    const isFeed = url.pathname === "/v1/changes";
    if (isFeed) url.searchParams.set("limit", PAGE_SIZE);
    const answer = await ask(url.href, request, body);
    // Read to its end, so that the server has done with it whatever becomes of it here.
    const text = await answer.text();
    if (isFeed && answer.status === 200) feed.served(url.searchParams.get("cursor"), JSON.parse(text));
    const ids = told.get(url.pathname);
    if (answer.ok && body && ids) for (const id of idsIn(url.pathname, JSON.parse(body.toString()))) ids.add(id);
    return new Response(text === "" ? null : text, answer);
  }

  async function strikeDown(strike: Strike, request: IncomingMessage, response: ServerResponse, url: URL) {
    try {
      const answer = strike.end === "request" ? null : await serve(request, url);
      if (answer && strike.end === "arrival") {
        await passOn(answer, response);
        // Or whoever asked has gone by itself.
        await finished(response).catch(() => undefined);
      }
      await strike.blow();
      if (answer?.status === 200 && strike.end === "half an answer") await spoilAnswer("cut", answer, response);
      else response.destroy();
    } finally {
      strike.done();
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", upstream);
    const strike = takeStrike(request.method, url.pathname);
    if (strike) await strikeDown(strike, request, response, url);
    else await passOn(await serve(request, url), response);
  }

  const server = createServer((request, response) => {
    // The true server is away, or whoever asked is gone.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    feed,
    told,
    strike: ({ method, path }, end, blow) =>
      new Promise((done) => {
        armed = { method, path, end, blow, done };
      }),
    isArmed: () => armed !== null,
    rest() {
      armed = null;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
