import { expect, it } from "vitest";
import { checkConnection } from "../../../lib/api/check-connection";
import type { Fetch } from "../../../lib/api/client";

const ME = {
  service: "souffleur",
  apiVersion: 1,
  serverVersion: "0.1.0",
  oldestClient: "0.1.0",
  agent: { id: "g1", name: "Noor Haddad", role: "agent", groups: [] },
  articleCount: 66,
};

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

function check(fetch: Fetch, endpoint = "https://kb.example.com", clientVersion = "0.1.0") {
  return checkConnection({ endpoint, token: "secret", clientVersion, fetch });
}

/** Answers only the probes that `answers` lets through; the request with the token never comes about. */
const silentBut =
  (answers: (request: Request) => boolean): Fetch =>
  async (request) => {
    if (request.mode === "no-cors" && answers(request)) return new Response("hello");
    throw new TypeError("Failed to fetch");
  };

it("is fine with the agent's name and the number of articles", async () => {
  expect(await check(async () => json(ME))).toEqual({ outcome: "fine", me: ME });
});

it.each([
  ["wrongToken", async () => json({}, 401)],
  ["notOurApi", async () => json({}, 404)],
  ["notOurApi", async () => json({ hello: "world" })],
  ["notOurApi", async () => new Response("<html>", { headers: { "Content-Type": "text/html" } })],
  ["clientTooOld", async () => json({}, 426)],
  ["clientTooOld", async () => json({ ...ME, oldestClient: "0.2.0" })],
  ["clientTooOld", async () => json({ ...ME, apiVersion: 2 })],
  ["unreachable", silentBut(() => false)],
  ["notOurApi", silentBut((request) => request.url.startsWith("https:"))],
  [
    "tls",
    silentBut((request) => request.url === "http://kb.example.com:443/" || request.url === "http://kb.example.com/"),
  ],
] as const)("finds %s", async (outcome, fetch: Fetch) => {
  expect(await check(fetch)).toEqual({ outcome });
});

it("names the status of a server that fails", async () => {
  expect(await check(async () => json({}, 503))).toEqual({ outcome: "serverError", status: 503 });
});

it.each([
  ["invalidAddress", "https://"],
  ["insecure", "http://kb.example.com"],
] as const)("finds %s without asking anybody", async (outcome, endpoint) => {
  const nobody: Fetch = async () => Promise.reject(new Error("a request was made"));

  expect(await check(nobody, endpoint)).toEqual({ outcome });
});

it("shows the token to the endpoint alone, not to the probes", async () => {
  const probes: Request[] = [];
  const fetch: Fetch = async (request) => {
    if (request.mode === "no-cors") probes.push(request);
    throw new TypeError("Failed to fetch");
  };

  await check(fetch);

  expect(probes.length).toBeGreaterThan(0);
  expect(probes.filter((request) => request.headers.has("Authorization"))).toEqual([]);
});
