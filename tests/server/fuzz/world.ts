/** A server with something of everything in it, and what the fuzzer knows of it while it goes on. */
import { notInArray } from "drizzle-orm";
import { tokens } from "../../../server/db/access-schema";
import { articleEdits, categories, notices } from "../../../server/db/content-schema";
import { flagCases } from "../../../server/db/flag-schema";
import { agents, articles, flags, situations, synonymSets } from "../../../server/db/schema";
import { gaps } from "../../../server/db/usage-schema";
import type { Log } from "../../../server/log";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import type { Plan, Sender } from "./requests";
import { isKnownId } from "./values";

/** A request in the words of a test's report, and what came back. */
export type Exchange = { said: string; response: Response; text: string };

export type World = {
  server: TestServer;
  /** Failures the server logged. */
  logged: string[];
  agents: Map<Sender, TestAgent>;
  /** Two agents whose replicas of the base are watched; no request is about them. The second one's groups change. */
  watchers: TestAgent[];
  /** Ids by the name their collection has in paths; under "" all. */
  ids: Map<string, string[]>;
  /** By the path that answered them. */
  cursors: Map<string, string[]>;
  etags: string[];
};

/** An id that no collection has. */
const NO_ID = "none-such";

export async function createWorld(): Promise<World> {
  const logged: string[] = [];
  const log: Log = (level, message, fields) => {
    if (level === "error") logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const server = await createTestServer({ log, settings: { wrongTokensPerMinute: null } });
  const watchers = [await server.addAgent({ groups: ["billing"] }), await server.addAgent({ groups: ["moving"] })];
  const world: World = { server, logged, agents: new Map(), watchers, ids: new Map(), cursors: new Map(), etags: [] };
  await refresh(world);
  return world;
}

/** Puts back what was deleted or locked out meanwhile, and looks up which ids there are. */
export async function refresh(world: World): Promise<void> {
  const { server } = world;
  for (const sender of ["agent", "manager", "admin"] as const) {
    const known = world.agents.get(sender);
    const answer = await known?.get("/v1/me");
    await answer?.arrayBuffer();
    if (!answer || answer.status === 401) {
      world.agents.set(sender, await server.addAgent({ name: `The ${sender}`, role: sender, groups: ["billing"] }));
    }
  }
  const metadata = { groups: ["billing"] };
  await server.importText(
    [{ _id: "a1" }, { _id: "a2", metadata }, { _id: "a3", metadata: { ...metadata, audience: "public" } }]
      .map((line) => JSON.stringify({ title: `Refund by card ${line._id}`, text: "Text", ...line }))
      .join("\n"),
  );
  world.ids = await readIds(world);
}

async function readIds({ server: { db }, watchers }: World): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const watched = watchers.map(({ agent }) => agent.id);
  const put = (name: string, rows: { id: string }[]) =>
    found.set(
      name,
      rows.map(({ id }) => id),
    );
  put("articles", [
    ...(await db.select({ id: articles.id }).from(articles)),
    ...(await db.select({ id: articleEdits.id }).from(articleEdits)),
  ]);
  put("agents", await db.select({ id: agents.id }).from(agents).where(notInArray(agents.id, watched)));
  put("tokens", await db.select({ id: tokens.id }).from(tokens).where(notInArray(tokens.agentId, watched)));
  put("flags", await db.select({ id: flags.id }).from(flags));
  put("flag-cases", await db.select({ id: flagCases.id }).from(flagCases));
  put("notices", await db.select({ id: notices.id }).from(notices));
  put("situations", await db.select({ id: situations.id }).from(situations));
  put("synonyms", await db.select({ id: synonymSets.id }).from(synonymSets));
  put("gaps", await db.select({ id: gaps.id }).from(gaps));
  put("categories", await db.select({ id: categories.key }).from(categories));
  put("versions", [{ id: "1" }, { id: "2" }]);
  put(
    "",
    [...found.values()].flat().map((id) => ({ id })),
  );
  return found;
}

/** Sends a planned request, with what is known by now in its places. */
export async function send(world: World, plan: Plan): Promise<Exchange> {
  const { operation, sender } = plan;
  const path = pathOf(world, plan);
  const query = plan.query
    .map(([name, text]) => `${name}=${encode(resolve(world, text, name === "cursor" ? operation.path : name))}`)
    .join("&");
  const headers = new Headers();
  const token = sender === "stranger" ? "sfl_stranger" : world.agents.get(sender)?.token;
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  for (const [name, text] of plan.headers) setHeader(headers, name, await resolveHeader(world, plan, path, text));
  const body = bodyOf(world, plan);
  if (body !== null && plan.contentType !== null) headers.set("Content-Type", plan.contentType);
  const url = `http://localhost${path}${query === "" ? "" : `?${query}`}`;
  const shown = typeof body === "string" ? body.slice(0, 600) : body === null ? "" : `bytes ${body.join(" ")}`;
  const said = `${sender} ${operation.method} ${path.slice(0, 300)}?${query.slice(0, 300)} ${JSON.stringify([...headers].filter(([name]) => name !== "authorization"))} ${shown}`;
  const response = await world.server.app.request(new Request(url, { method: operation.method, headers, body }));
  const text = await response.text();
  remember(world, operation.path, response, text);
  return { said, response, text };
}

function pathOf(world: World, { operation, path }: Plan): string {
  const steps = operation.path.split("/");
  return steps
    .map((step, index) => {
      const name = /^\{(\w+)/.exec(step)?.[1];
      if (name === undefined) return step;
      return encode(resolve(world, path[name] ?? NO_ID, steps[index - 1] ?? "")) || "%20";
    })
    .join("/");
}

function resolve(world: World, text: Plan["query"][number][1], collection: string): string {
  if (typeof text === "string") return text;
  if (text.known === "cursor") {
    const cursors = world.cursors.get(collection) ?? [];
    return cursors[text.place % cursors.length] ?? NO_ID;
  }
  // One in eight is of another collection.
  const own = text.place % 8 === 0 ? undefined : world.ids.get(collection.replace(/^(\w+)Id$/, "$1s"));
  const ids = own && own.length > 0 ? own : (world.ids.get("") ?? []);
  return ids[Math.floor(text.place / 8) % ids.length] ?? NO_ID;
}

/** Most of the known versions are those of the very thing that is to be changed. */
async function resolveHeader(world: World, plan: Plan, path: string, text: Plan["query"][number][1]): Promise<string> {
  if (typeof text === "string" || text.known !== "etag") return resolve(world, text, "");
  const reader = world.agents.get(plan.sender === "manager" ? "manager" : "admin");
  if (text.place % 4 === 0 || !reader) return world.etags[text.place % world.etags.length] ?? '"1"';
  const [, collection = path] = /^(\/v1\/[^/]+\/[^/]+)/.exec(path) ?? [];
  const current = await reader.get(collection);
  await current.arrayBuffer();
  return current.headers.get("ETag") ?? '"1"';
}

function bodyOf(world: World, { operation, body }: Plan): string | Uint8Array<ArrayBuffer> | null {
  if (body === null || operation.method === "GET") return null;
  if ("raw" in body) return body.raw;
  const collection = operation.path.split("/")[2] ?? "";
  const put = (value: unknown, name: string): unknown => {
    if (isKnownId(value)) {
      return resolve(
        world,
        { known: "id", place: value.knownId },
        name === "id" ? collection : name.replace(/Of$/, ""),
      );
    }
    if (Array.isArray(value)) return value.map((each) => put(each, name));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, put(each, key)]));
  };
  return JSON.stringify(put(body.json, "")) ?? "";
}

function remember(world: World, path: string, response: Response, text: string): void {
  const cursors = world.cursors.get(path) ?? [];
  world.cursors.set(path, cursors);
  const etag = response.headers.get("ETag");
  if (etag !== null) world.etags.push(etag);
  const cursor = /"(?:nextCursor|cursor)":"([^"]+)"/.exec(text)?.[1];
  if (cursor !== undefined) cursors.push(cursor);
  for (const list of [world.etags, cursors]) if (list.length > 50) list.shift();
}

/** Percent-encodes also what is no well-formed text, as hostile clients do. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text).slice(0, 6000).replace(/%.?$/, "");
  } catch {
    // Half of a surrogate pair.
    return "%ED%A0%80";
  }
}

function setHeader(headers: Headers, name: string, text: string): void {
  try {
    headers.append(name, text);
  } catch {
    // No client can send such a header.
    headers.append(name, "x");
  }
}
