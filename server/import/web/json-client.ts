/** Reads JSON from a helpdesk with patience: it waits when asked to, tries again what may pass, and says what will not. */
import type { z } from "../../../lib/contract/zod";
import type { Clock } from "../../clock";
import { describeIssues } from "../../http/describe-issues";
import { ImportStoppedError, SourceError } from "../source";
import { readLimited } from "./read-limited";
import {
  backOff,
  LONGEST_WAIT_MS,
  MAX_TRIES,
  MAX_TRIES_WHEN_LIMITED,
  pauseFor,
  readRetryAfter,
  waitWhenLimited,
} from "./retry";

/** Longest answer, in bytes: a hundred articles as long as articles may be. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const ANSWER_TIMEOUT_MS = 60_000;
const MAX_REDIRECTS = 3;

/** What of the world outside reading needs. `wait` ends early when `stop` is aborted. */
export type Web = {
  fetch: typeof fetch;
  wait(ms: number, stop: AbortSignal | undefined): Promise<void>;
  random(): number;
  clock: Clock;
  stop?: AbortSignal;
  /** Told before a wait that a person would notice. */
  onWait?: (reason: string) => void;
};

export type JsonClientOptions = {
  /** For example `https://acme.zendesk.com`. Nothing is asked of other hosts. */
  origin: string;
  /** The `Authorization` header; null: nobody in particular. */
  authorization: string | null;
  /** What to check when the sign-in is not accepted, in words. */
  signInAdvice: string;
  /** What should answer there, for messages: "a Zendesk help center". */
  expected: string;
  web: Web;
};

/** `hasNext`: the answer's `Link` header names a next page. */
export type JsonAnswer<T> = { body: T; hasNext: boolean };

export type JsonClient = {
  /** Asks for a path and reads the answer. Throws `SourceError` and `ImportStoppedError`. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<JsonAnswer<T>>;
  /** The same; null where the path does not exist or the caller may not read it. */
  getIfAllowed<T>(path: string, schema: z.ZodType<T>): Promise<JsonAnswer<T> | null>;
};

export function createJsonClient(options: JsonClientOptions): JsonClient {
  return {
    async get(path, schema) {
      const answer = await ask(options, path);
      if (answer.status !== 200) throw refusalOf(options, path, answer);
      return parse(options, path, answer, schema);
    },
    async getIfAllowed(path, schema) {
      const answer = await ask(options, path);
      if (answer.status === 401 || answer.status === 403 || answer.status === 404) return null;
      if (answer.status !== 200) throw refusalOf(options, path, answer);
      return parse(options, path, answer, schema);
    },
  };
}

/** `text` null: longer than an answer may be. */
type Answer = { status: number; headers: Headers; text: string | null };

/** The first answer that is neither a plea for patience nor a failure that may pass. */
async function ask(options: JsonClientOptions, path: string): Promise<Answer> {
  const { web, origin } = options;
  let failures = 0;
  let limited = 0;
  for (;;) {
    if (web.stop?.aborted) throw new ImportStoppedError("asked to stop");
    const answer = await tryOnce(options, path);
    if ("status" in answer && answer.status !== 429 && answer.status < 500) {
      await pause(web, pauseFor(answer.headers));
      return answer;
    }
    const isLimited = "status" in answer && answer.status === 429;
    if (isLimited) limited += 1;
    else failures += 1;
    const problem = "status" in answer ? `answers with status ${answer.status}` : answer.problem;
    if (failures >= MAX_TRIES || limited >= MAX_TRIES_WHEN_LIMITED) throw new SourceError(`${origin} ${problem}.`);
    const asked = "status" in answer ? readRetryAfter(answer.headers.get("retry-after"), web.clock()) : null;
    const ms = isLimited ? waitWhenLimited(asked, web.random) : (asked ?? backOff(failures, web.random));
    if (ms > LONGEST_WAIT_MS)
      throw new SourceError(`${origin} asks to come back in ${Math.ceil(ms / 60_000)} minutes.`);
    web.onWait?.(`${origin} ${problem}: trying again in ${Math.ceil(ms / 1000)} s.`);
    await pause(web, ms);
  }
}

async function pause(web: Web, ms: number): Promise<void> {
  if (ms > 0) await web.wait(ms, web.stop);
  if (web.stop?.aborted) throw new ImportStoppedError("asked to stop");
}

async function tryOnce(options: JsonClientOptions, path: string): Promise<Answer | { problem: string }> {
  try {
    return await follow(options, path);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (options.web.stop?.aborted) throw new ImportStoppedError("asked to stop");
    return { problem: `cannot be reached (${reasonOf(error)})` };
  }
}

/** Redirects within the host are followed; to another host the sign-in would go along, so they are not. */
async function follow({ origin, authorization, web }: JsonClientOptions, path: string): Promise<Answer> {
  let url = new URL(path, origin);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const signal = web.stop ? AbortSignal.any([timeout, web.stop]) : timeout;
    const headers = { Accept: "application/json", ...(authorization && { Authorization: authorization }) };
    const response = await web.fetch(url, { headers, redirect: "manual", signal });
    const { status } = response;
    const location = response.headers.get("location");
    if (status < 300 || status >= 400 || location === null) return readAnswer(response);
    await response.body?.cancel();
    const target = URL.canParse(location, url) ? new URL(location, url) : null;
    if (target?.origin !== url.origin) throw new SourceError(elsewhere(origin, target));
    url = target;
  }
  throw new SourceError(`${origin} sends every request on and on.`);
}

async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  if (status === 200) return { status, headers, text: await readLimited(response, MAX_ANSWER_BYTES) };
  await response.body?.cancel();
  return { status, headers, text: "" };
}

function elsewhere(origin: string, target: URL | null): string {
  return target
    ? `${origin} sends on to ${target.host}. If that is right, import from there: --host ${target.host}`
    : `${origin} sends on to an address that is none.`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer in ${ANSWER_TIMEOUT_MS / 1000} s`;
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

function parse<T>(
  { origin, expected }: JsonClientOptions,
  path: string,
  { text, headers }: Answer,
  schema: z.ZodType<T>,
): JsonAnswer<T> {
  if (text === null) throw new SourceError(`${origin}${path} answers with more than ${MAX_ANSWER_BYTES} bytes.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new SourceError(`${origin} does not answer like ${expected} (${path} is not JSON): check --host.`);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success)
    throw new SourceError(`${origin}${path} does not answer as expected: ${describeIssues(parsed.error)}.`);
  return { body: parsed.data, hasNext: /;\s*rel="?next"?/i.test(headers.get("link") ?? "") };
}

function refusalOf(options: JsonClientOptions, path: string, { status, headers }: Answer): SourceError {
  const { origin, signInAdvice, expected } = options;
  const isPage = (headers.get("content-type") ?? "").includes("html");
  if (status === 401) return new SourceError(`${origin} does not accept the sign-in. ${signInAdvice}`);
  if (status === 403) return new SourceError(`${origin}${path} may not be read with this sign-in. ${signInAdvice}`);
  if (status === 404 && isPage) {
    return new SourceError(`${origin} does not answer like ${expected} (${path} is not there): check --host.`);
  }
  return new SourceError(`${origin}${path} answers with status ${status}.`);
}
