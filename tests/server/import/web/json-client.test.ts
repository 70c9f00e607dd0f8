import { describe, expect, test } from "vitest";
import { z } from "../../../../lib/contract/zod";
import { createJsonClient } from "../../../../server/import/web/json-client";
import { createTestWeb } from "../test-web";

const ORIGIN = "https://acme.zendesk.com";

type Reply = Response | Error;

/** A client of a server that gives these answers in their order, the last one again and again. */
function createClient(replies: (() => Reply)[], stop?: AbortSignal) {
  const requests: Request[] = [];
  const web = createTestWeb(async (input, init) => {
    const reply = replies[Math.min(requests.length, replies.length - 1)]?.() ?? new Error("no reply");
    requests.push(new Request(input, init));
    if (reply instanceof Error) throw reply;
    return reply;
  });
  const advice = { signInAdvice: "Check the token.", expected: "a help center" };
  const client = createJsonClient({
    origin: ORIGIN,
    authorization: "Basic x",
    ...advice,
    web: { ...web, ...(stop && { stop }) },
  });
  return { get: () => client.get("/a", z.object({ ok: z.boolean() })), client, requests, waits: web.waits };
}

const good = () => Response.json({ ok: true });
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response("", { status: code, headers });

describe("an answer that asks for patience", () => {
  test.each([
    ["in seconds", { "Retry-After": "12" }, 12_125],
    ["with a date", { "Retry-After": "Mon, 02 Nov 2026 09:00:30 GMT" }, 30_125],
    ["without saying how much", {}, 30_000],
  ])("%s is waited for", async (_how, headers, ms) => {
    const { get, waits } = createClient([status(429, headers), good]);

    expect((await get()).body).toEqual({ ok: true });
    expect(waits).toEqual([ms]);
  });

  test("that is too long ends the reading", async () => {
    const { get } = createClient([status(429, { "Retry-After": "7200" })]);

    await expect(get()).rejects.toThrow(`${ORIGIN} asks to come back in 121 minutes.`);
  });

  test("before the limit is reached slows the next request down", async () => {
    const scarce = { "X-Rate-Limit": "700", "X-Rate-Limit-Remaining": "12" };
    const { get, waits } = createClient([() => Response.json({ ok: true }, { headers: scarce })]);

    await get();

    expect(waits).toEqual([1_000]);
  });
});

describe("a failure that may pass", () => {
  test("is tried again, each time after a longer wait", async () => {
    const { get, waits } = createClient([
      status(500),
      () => new TypeError("fetch failed"),
      status(503, { "Retry-After": "3" }),
      good,
    ]);

    expect((await get()).body).toEqual({ ok: true });
    expect(waits).toEqual([1_000, 2_000, 3_000]);
  });

  test("ends the reading when it does not", async () => {
    const { get, requests } = createClient([
      () => new TypeError("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND") }),
    ]);

    await expect(get()).rejects.toThrow(`${ORIGIN} cannot be reached (getaddrinfo ENOTFOUND).`);
    expect(requests).toHaveLength(6);
  });
});

describe("an answer that will not change", () => {
  test.each<[string, () => Response, string | RegExp]>([
    ["a sign-in that is not taken", status(401), `${ORIGIN} does not accept the sign-in. Check the token.`],
    ["what may not be read", status(403), `${ORIGIN}/a may not be read with this sign-in. Check the token.`],
    [
      "another site",
      status(404, { "Content-Type": "text/html" }),
      /does not answer like a help center \(\/a is not there\): check --host/,
    ],
    ["what is not there", status(404), `${ORIGIN}/a answers with status 404.`],
    ["a page where JSON should be", () => new Response("<html>"), /\(\/a is not JSON\): check --host/],
    ["JSON of another shape", () => Response.json({ ok: "yes" }), /does not answer as expected: ok: /],
    ["one without an end", () => new Response(new Uint8Array(64 * 1024 * 1024 + 1)), /more than 67108864 bytes/],
    ["a redirect elsewhere", status(302, { Location: "https://evil.example/a" }), /sends on to evil\.example/],
    ["a redirect without end", status(302, { Location: "/a" }), /sends every request on and on/],
  ])("is told: %s", async (_what, reply, message) => {
    const { get, waits } = createClient([reply]);

    await expect(get()).rejects.toThrow(message);
    expect(waits).toEqual([]);
  });
});

test("a redirect within the host is followed with the sign-in", async () => {
  const { get, requests } = createClient([status(301, { Location: "/b" }), good]);

  expect((await get()).body).toEqual({ ok: true });
  expect(requests.map(({ url, headers }) => [url, headers.get("authorization")])).toEqual([
    [`${ORIGIN}/a`, "Basic x"],
    [`${ORIGIN}/b`, "Basic x"],
  ]);
});

test("a wait ends when somebody asks to stop", async () => {
  const stop = new AbortController();
  const { get } = createClient(
    [
      () => {
        stop.abort();
        return new Response("", { status: 429 });
      },
    ],
    stop.signal,
  );

  await expect(get()).rejects.toThrow("asked to stop");
});

test("what this caller may not have is no failure where that is expected", async () => {
  const { client } = createClient([status(403)]);

  expect(await client.getIfAllowed("/a", z.unknown())).toBeNull();
});
