import { type ChangesPage, changesPageSchema } from "../contract/changes";
import { type FlagResult, type FlagSubmission, postFlagsResponseSchema } from "../contract/flags";
import { type Lesson, type LessonResult, postLessonsResponseSchema } from "../contract/learned-terms";
import { CLIENT_VERSION_HEADER, type Me, meSchema } from "../contract/me";
import type { z } from "../contract/zod";
import { ApiError, type ApiErrorKind } from "./api-error";

/** `fetch` as the platform has it, or a server's own in tests. */
export type Fetch = (request: Request) => Promise<Response>;

export type ApiClientOptions = {
  /** Origin and path without a trailing slash. */
  endpoint: string;
  token: string;
  /** Version of this extension, `major.minor.patch`. */
  clientVersion: string;
  fetch: Fetch;
  /** How long one request may take, body included. */
  timeoutMs?: number;
};

/** The server's REST API. Every call throws an ApiError when it fails, whatever the reason. */
export type ApiClient = {
  me(): Promise<Me>;
  /** Changes after a cursor (null: from the start); null when nothing is new. */
  changes(cursor: string | null): Promise<ChangesPage | null>;
  /** One result for each flag the server judged. */
  postFlags(flags: FlagSubmission[]): Promise<FlagResult[]>;
  /** One result for each lesson the server judged. */
  postLessons(lessons: Lesson[]): Promise<LessonResult[]>;
};

const DEFAULT_TIMEOUT_MS = 30_000;

const KIND_BY_STATUS = new Map<number, ApiErrorKind>([
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "notOurApi"],
  [426, "clientTooOld"],
  [429, "rateLimited"],
]);

function kindOfStatus(status: number): ApiErrorKind {
  return KIND_BY_STATUS.get(status) ?? (status >= 500 ? "serverError" : status >= 400 ? "badRequest" : "notOurApi");
}

/** No wish is obeyed for longer: a proxy's "tomorrow" must not silence a team's flags for a day. */
const LONGEST_RETRY_AFTER_MS = 3_600_000;

/** Milliseconds of a Retry-After header in seconds; the date form is not used by our server and reads as null. */
function retryAfterMs(response: Response): number | null {
  const header = response.headers.get("Retry-After");
  return header !== null && /^\d{1,6}$/.test(header) ? Math.min(LONGEST_RETRY_AFTER_MS, Number(header) * 1000) : null;
}

async function readJson(response: Response): Promise<unknown> {
  const contentType = response.headers.get("Content-Type") ?? "";
  if (!/^application\/([a-z.]+\+)?json\b/i.test(contentType)) {
    throw new ApiError("notOurApi", response.status, `answered ${contentType || "without a content type"}`);
  }
  // The body may break off (network) or be cut by a proxy that says all is well (not JSON).
  const text = await response.text().catch((error: unknown) => {
    throw new ApiError("network", null, `answer broke off: ${String(error)}`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError("badAnswer", response.status, "answer is not whole JSON");
  }
}

/** A client for one endpoint and one token. The token goes to that endpoint only: redirects are refused. */
export function createApiClient({ endpoint, token, clientVersion, fetch, timeoutMs }: ApiClientOptions): ApiClient {
  async function request(path: string, init: RequestInit): Promise<Response> {
    // A header takes no other characters, and no server of ours hands out such a token.
    if (!/^[\x21-\x7e]+$/.test(token)) throw new ApiError("unauthorized", null, "not a token");
    const headers = new Headers(init.headers);
    headers.set("Authorization", `Bearer ${token}`);
    headers.set("Accept", "application/json");
    headers.set(CLIENT_VERSION_HEADER, clientVersion);
    const signal = AbortSignal.timeout(timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const whole = new Request(endpoint + path, {
      ...init,
      ...{ headers, signal, credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer" },
    });
    const response = await fetch(whole).catch((error: unknown) => {
      throw new ApiError("network", null, `no answer: ${String(error)}`);
    });
    if (response.ok || response.status === 304) return response;
    // The status is all that counts; a body that breaks off on the way changes nothing.
    await response.body?.cancel().catch(() => undefined);
    const kind = kindOfStatus(response.status);
    throw new ApiError(kind, response.status, `answered ${response.status}`, retryAfterMs(response));
  }

  async function parse<Schema extends z.ZodType>(response: Response, schema: Schema): Promise<z.output<Schema>> {
    const parsed = schema.safeParse(await readJson(response));
    if (!parsed.success) throw new ApiError("badAnswer", response.status, "answer does not follow the contract");
    return parsed.data;
  }

  function post(path: string, body: unknown): Promise<Response> {
    const headers = { "Content-Type": "application/json" };
    return request(path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  return {
    me: async () => parse(await request("/v1/me", {}), meSchema),
    async changes(cursor) {
      const path = cursor === null ? "/v1/changes" : `/v1/changes?cursor=${encodeURIComponent(cursor)}`;
      const headers = cursor === null ? {} : { "If-None-Match": `"${cursor}"` };
      const response = await request(path, { headers });
      return response.status === 304 ? null : parse(response, changesPageSchema);
    },
    async postFlags(flags) {
      return (await parse(await post("/v1/flags", { flags }), postFlagsResponseSchema)).results;
    },
    async postLessons(lessons) {
      return (await parse(await post("/v1/lessons", { lessons }), postLessonsResponseSchema)).results;
    },
  };
}
