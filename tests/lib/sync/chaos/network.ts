import type { Fetch } from "../../../../lib/api/client";
import type { TestServer } from "../../../server/support";
import type { Fate } from "./fate";
import { createFeedModel, type FeedModel } from "./feed-model";
import type { Life } from "./mortal-context";
import { createTold, type Told } from "./told";

/** The way to the server, in which requests fail when fate has it so, and the record of what came through. */
export type Network = {
  told: Told;
  feed: FeedModel;
  /** Runs while the server's answer is on its way; the body is what was sent. Null: nothing does. */
  meanwhile: ((path: string, body: unknown) => Promise<void>) | null;
  fetchOf(life: Life): Fetch;
  /** Resolves when the server has done with every request. */
  whenQuiet(): Promise<void>;
};

/**
 * Why a request may fail: nothing arrives; the server makes a mistake with it, which for words is trouble of their kind alone;
 * the server has it and nobody hears so; the answer ends in the middle.
 */
export const FAULTS = ["nothing sent", "not taken", "answer lost", "half an answer"] as const;

/** So few changes come in a page that a base of some dozen articles takes many. */
const PAGE_SIZE = 3;

const nobody = new Promise<never>(() => undefined);

function inSmallPages(request: Request): Request {
  const url = new URL(request.url);
  if (url.pathname !== "/v1/changes") return request;
  url.searchParams.set("limit", String(PAGE_SIZE));
  return new Request(url, request);
}

async function half(response: Response): Promise<Response> {
  const text = await response.text();
  return new Response(text.slice(0, text.length / 2), { status: response.status, headers: response.headers });
}

export function createNetwork(server: TestServer, fate: Fate): Network {
  const underWay = new Set<Promise<unknown>>();

  async function serve(request: Request, body: unknown): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const response = await server.fetch(inSmallPages(request));
    if (response.ok && body !== null) network.told.took(pathname, body);
    if (response.status === 200 && pathname === "/v1/changes") {
      network.feed.served(searchParams.get("cursor"), await response.clone().json());
    }
    return response;
  }

  async function reach(request: Request, body: unknown): Promise<Response> {
    const answer = serve(request, body);
    underWay.add(answer);
    try {
      return await answer;
    } finally {
      underWay.delete(answer);
    }
  }

  function failing(request: Request, name: string, life: Life): Promise<Response> {
    const fails = (fault: (typeof FAULTS)[number]) => fate.strikes(`${name}: ${fault}`, life);
    return (async () => {
      if (fails("nothing sent")) throw new TypeError("Failed to fetch");
      if (fails("not taken")) return new Response("", { status: 500 });
      const body = request.method === "POST" ? await request.clone().json() : null;
      const response = await reach(request, body);
      if (network.meanwhile && !life.isOver) await network.meanwhile(new URL(request.url).pathname, body);
      if (fails("answer lost")) throw new TypeError("Failed to fetch");
      return fails("half an answer") && response.status !== 304 ? half(response) : response;
    })();
  }

  const network: Network = {
    told: createTold(),
    feed: createFeedModel(),
    meanwhile: null,
    fetchOf: (life) => async (request) => {
      const name = `${request.method} ${new URL(request.url).pathname}`;
      life.live(`${name}: end before it`);
      if (life.isOver) return nobody;
      const response = await failing(request, name, life);
      life.live(`${name}: end before its answer`);
      return life.isOver ? nobody : response;
    },
    async whenQuiet() {
      await Promise.allSettled(underWay);
    },
  };
  return network;
}
