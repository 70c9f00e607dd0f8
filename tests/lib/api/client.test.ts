import { expect, it } from "vitest";
import type { ApiError } from "../../../lib/api/api-error";
import { createApiClient, type Fetch } from "../../../lib/api/client";

function client(fetch: Fetch) {
  return createApiClient({ endpoint: "https://kb.example.com", token: "secret", clientVersion: "0.1.0", fetch });
}

const answer =
  (body: BodyInit | null, init: ResponseInit = {}): Fetch =>
  async () =>
    new Response(body, { headers: { "Content-Type": "application/json" }, ...init });

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  return call.then(
    () => Promise.reject(new Error("the call did not fail")),
    (error: ApiError) => error,
  );
}

it("carries the token, the version and no cookies", async () => {
  let seen: Request | null = null;
  const fetch: Fetch = async (request) => {
    seen = request;
    return new Response(null, { status: 304 });
  };

  await client(fetch).changes("c1");

  const request = seen as Request | null;
  expect(request?.url).toBe("https://kb.example.com/v1/changes?cursor=c1");
  expect(request?.headers.get("Authorization")).toBe("Bearer secret");
  expect(request?.headers.get("Souffleur-Client")).toBe("0.1.0");
  expect(request?.headers.get("If-None-Match")).toBe('"c1"');
  expect(request?.credentials).toBe("omit");
  expect(request?.redirect).toBe("error");
});

it("answers null when nothing is new", async () => {
  const fetch: Fetch = async () => new Response(null, { status: 304 });

  expect(await client(fetch).changes("c1")).toBeNull();
});

it.each([
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "notOurApi"],
  [400, "badRequest"],
  [426, "clientTooOld"],
  [429, "rateLimited"],
  [500, "serverError"],
  [503, "serverError"],
] as const)("calls an answer %i %s", async (status, kind) => {
  const error = await failureOf(client(answer("{}", { status })).changes(null));

  expect(error).toMatchObject({ kind, status });
});

it("reads how long the server wants to be left alone", async () => {
  const error = await failureOf(client(answer("{}", { status: 429, headers: { "Retry-After": "120" } })).changes(null));

  expect(error.retryAfterMs).toBe(120_000);
});

it("does not wait for longer than an hour, whatever a proxy says", async () => {
  const answered = answer("{}", { status: 503, headers: { "Retry-After": "86400" } });

  expect((await failureOf(client(answered).changes(null))).retryAfterMs).toBe(3_600_000);
});

it("calls a token that no header can carry a wrong one, without a request", async () => {
  const nobody: Fetch = async () => Promise.reject(new Error("a request was made"));
  const pasted = createApiClient({
    endpoint: "https://kb.example.com",
    token: "sec\u200bret",
    clientVersion: "0.1.0",
    fetch: nobody,
  });

  expect((await failureOf(pasted.me())).kind).toBe("unauthorized");
});

it("tells no answer, a foreign one and a broken one apart", async () => {
  const noAnswer: Fetch = async () => Promise.reject(new TypeError("Failed to fetch"));
  const page: Fetch = async () => new Response("<html>", { headers: { "Content-Type": "text/html" } });

  expect((await failureOf(client(noAnswer).me())).kind).toBe("network");
  expect((await failureOf(client(page).me())).kind).toBe("notOurApi");
  expect((await failureOf(client(answer('{"changes": [')).changes(null))).kind).toBe("badAnswer");
  expect((await failureOf(client(answer('{"changes": 1}')).changes(null))).kind).toBe("badAnswer");
});

it("calls a body that breaks off a network failure", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"changes"'));
      controller.error(new TypeError("network error"));
    },
  });

  expect((await failureOf(client(answer(body)).changes(null))).kind).toBe("network");
});
