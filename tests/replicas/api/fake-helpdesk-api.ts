/** A helpdesk's API for replica tickets: for unit tests a function like `fetch`, in a browser a route. */
import type { BrowserContext } from "@playwright/test";
import type { DeskOptions, ReplicaTicket } from "../desk";
import {
  freshdeskConversations,
  freshdeskTicket,
  zendeskComments,
  zendeskConversationLog,
  zendeskTicket,
} from "./api-answers";

/**
 * How the API behaves. `busy`: 429 with Retry-After. `busyV2`: the same while Freshdesk's private API would answer.
 * `silent`: never answers. `loginPage`: HTML with status 200. `redirect`: to a login page. `broken`: 500.
 */
export type ApiMode =
  | "answers"
  | "signedOut"
  | "forbidden"
  | "notFound"
  | "busy"
  | "busyV2"
  | "broken"
  | "silent"
  | "loginPage"
  | "redirect";

export type FakeApiOptions = {
  helpdesk: DeskOptions["helpdesk"];
  tickets: ReplicaTicket[];
  host?: string;
  mode?: ApiMode;
  /** Zendesk: style of the pages of comments. */
  pages?: "offset" | "cursor";
  updatedAt?: string;
  /** As the helpdesk would write it, in seconds or as a date. */
  retryAfter?: string;
};

type Answer = { status: number; headers: Record<string, string>; body: string };

const LOGIN_PAGE = "<!doctype html><title>Sign in</title><form></form>";
const JSON_TYPE = { "content-type": "application/json; charset=utf-8", date: "Fri, 20 Nov 2026 12:00:00 GMT" };

const json = (body: object): Answer => ({ status: 200, headers: JSON_TYPE, body: JSON.stringify(body) });
const problem = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { ...JSON_TYPE, ...headers },
  body: '{"error":"no"}',
});

/** A running fake; `mode`, `tickets` and `updatedAt` may be changed between requests. */
export type FakeHelpdeskApi = Required<FakeApiOptions> & {
  /** What was asked for, oldest first. */
  requests: { method: string; path: string; query: string; headers: Record<string, string> }[];
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Answers the host's `/api/` in a browser. Call it after the desk is served: the last route goes first. */
  serve(context: BrowserContext): Promise<void>;
};

function find(api: FakeHelpdeskApi, path: string): Answer {
  const { helpdesk, host, updatedAt } = api;
  const match = /^\/api\/(v2|_)\/tickets\/(\d+)(?:\.json)?(\/[a-z_]+)?(?:\.json)?$/.exec(path);
  const ticket = api.tickets.find(({ id }) => id === match?.[2]);
  const part = match?.[3] ?? "";
  if (path === "/api/v2/users/me.json") return json({ user: { id: 21, role: "agent" } });
  if (ticket === undefined) return problem(404);
  if (helpdesk === "zendesk") {
    if (part === "") return json(zendeskTicket(ticket, host, updatedAt));
    if (part === "/comments") return json(zendeskComments(ticket, host, api.pages));
    return part === "/conversation_log" ? json(zendeskConversationLog(ticket, host)) : problem(404);
  }
  if (part === "") return json(freshdeskTicket(ticket, updatedAt));
  return part === "/conversations" ? json(freshdeskConversations(ticket, host)) : problem(404);
}

function answer(api: FakeHelpdeskApi, path: string): Answer {
  const busy = problem(429, { "retry-after": api.retryAfter });
  const html = { "content-type": "text/html; charset=utf-8" };
  switch (api.mode) {
    case "answers":
    case "silent":
      return find(api, path);
    case "signedOut":
      return problem(401);
    case "forbidden":
      return problem(403);
    case "notFound":
      return problem(404);
    case "broken":
      return problem(500);
    case "busy":
      return busy;
    case "busyV2":
      return path.startsWith("/api/_/") ? find(api, path) : busy;
    case "loginPage":
      return { status: 200, headers: html, body: LOGIN_PAGE };
    case "redirect":
      return { status: 302, headers: { ...html, location: `https://${api.host}/access/login` }, body: "" };
  }
}

function note(api: FakeHelpdeskApi, method: string, url: URL, headers: Record<string, string>): void {
  api.requests.push({ method, path: url.pathname, query: url.search, headers });
}

/** `fetch` as a browser has it, of this API alone; a silent one is ended by the caller's signal only. */
function fetchFrom(api: FakeHelpdeskApi, address: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(address);
  note(api, init.method ?? "GET", url, Object.fromEntries(new Headers(init.headers)));
  if (url.host !== api.host) return Promise.reject(new TypeError("Failed to fetch"));
  if (api.mode === "silent") {
    return new Promise((_resolve, reject) => {
      init.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    });
  }
  const { status, headers, body } = answer(api, url.pathname);
  const response = new Response(body, { status, headers });
  // What a browser hands out for a redirect that is not followed.
  if (status === 302) Object.defineProperties(response, { type: { value: "opaqueredirect" }, status: { value: 0 } });
  return Promise.resolve(response);
}

/** An API that answers unless told otherwise. */
export function createFakeHelpdeskApi(options: FakeApiOptions): FakeHelpdeskApi {
  const api: FakeHelpdeskApi = {
    host: `acme.${options.helpdesk}.com`,
    mode: "answers",
    pages: "offset",
    updatedAt: "2026-11-20T11:00:00Z",
    retryAfter: "90",
    ...options,
    requests: [],
    fetch: (url, init) => fetchFrom(api, url, init),
    async serve(context) {
      await context.route(`https://${api.host}/api/**`, async (route) => {
        const request = route.request();
        const url = new URL(request.url());
        note(api, request.method(), url, request.headers());
        if (api.mode !== "silent") await route.fulfill(answer(api, url.pathname));
      });
    },
  };
  return api;
}
