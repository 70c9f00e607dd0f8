import type { Fetch } from "../../../../lib/api/client";
import type { TestServer } from "../../../server/support";
import type { Life } from "./mortal-context";

/** How a request fails: nothing arrives; the server has it and nobody hears so; the answer ends in the middle. */
export const FAULTS = ["nothingSent", "answerLost", "halfAnswer"] as const;
export type Fault = (typeof FAULTS)[number];

/** The way to the server. One fault at a time can be laid in it. */
export type Network = {
  /** The n-th request from now fails. */
  spoil(nth: number, fault: Fault): void;
  /** Takes the fault back; true when a request met it. */
  mend(): boolean;
  fetchOf(life: Life): Fetch;
};

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

export function createNetwork(server: TestServer): Network {
  let planned: { left: number; fault: Fault } | null = null;
  let wasMet = false;

  function nextFault(): Fault | null {
    if (!planned) return null;
    planned.left -= 1;
    if (planned.left > 0) return null;
    const { fault } = planned;
    planned = null;
    wasMet = true;
    return fault;
  }

  return {
    spoil(nth, fault) {
      planned = { left: nth, fault };
      wasMet = false;
    },
    mend() {
      planned = null;
      return wasMet;
    },
    fetchOf: (life) => async (request) => {
      if (life.isOver) return nobody;
      life.step();
      const fault = nextFault();
      if (fault === "nothingSent") throw new TypeError("Failed to fetch");
      const response = await server.fetch(inSmallPages(request));
      if (fault === "answerLost") throw new TypeError("Failed to fetch");
      if (life.isOver) return nobody;
      life.step();
      return fault === "halfAnswer" ? half(response) : response;
    },
  };
}
