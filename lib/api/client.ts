import { articleStateSchema } from "../contract/article-states";
import { type ChangesPage, changesPageSchema } from "../contract/changes";
import { type FlagResult, type FlagSubmission, postFlagsResponseSchema } from "../contract/flags";
import { type Lesson, type LessonResult, postLessonsResponseSchema } from "../contract/learned-terms";
import { CLIENT_VERSION_HEADER, type Me, meSchema } from "../contract/me";
import {
  type Acknowledgement,
  type AcknowledgementResult,
  postAcknowledgementsResponseSchema,
} from "../contract/notice";
import { problemSchema } from "../contract/problem";
import {
  type GapResult,
  type GapSubmission,
  postGapsResponseSchema,
  postUsageResponseSchema,
  type UsageEvent,
} from "../contract/usage";
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
  /** One result for each acknowledgement the server judged. */
  postAcknowledgements(acknowledgements: Acknowledgement[]): Promise<AcknowledgementResult[]>;
  /** One result for each gap the server judged. */
  postGaps(gaps: GapSubmission[]): Promise<GapResult[]>;
  /** Counts a batch, once for each id. */
  postUsage(batch: { id: string; events: UsageEvent[] }): Promise<void>;
  /** Begins an article under the draft's id, or brings the agent's own draft up to date. */
  postDraft(draft: { id: string; content: object; note: string }): Promise<void>;
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

/** The longest word of a server that is kept, in characters. */
const MAX_WORD_LENGTH = 500;

/** What the server says of its refusal. A body that is no problem document, or breaks off, changes nothing: the status counts. */
async function wordOf(response: Response): Promise<string | null> {
  const problem = await readJson(response).then(
    (body) => problemSchema.safeParse(body).data,
    () => undefined,
  );
  await response.body?.cancel().catch(() => undefined);
  return problem ? (problem.detail ?? problem.title).slice(0, MAX_WORD_LENGTH) : null;
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
    const kind = kindOfStatus(response.status);
    const told = { retryAfterMs: retryAfterMs(response), word: await wordOf(response) };
    throw new ApiError(kind, response.status, `answered ${response.status}`, told);
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
    async postAcknowledgements(acknowledgements) {
      const response = await post("/v1/acknowledgements", { acknowledgements });
      return (await parse(response, postAcknowledgementsResponseSchema)).results;
    },
    async postGaps(gaps) {
      return (await parse(await post("/v1/gaps", { gaps }), postGapsResponseSchema)).results;
    },
    async postUsage(batch) {
      await parse(await post("/v1/usage", batch), postUsageResponseSchema);
    },
    async postDraft(draft) {
      const { id } = await parse(await post("/v1/articles", draft), articleStateSchema.pick({ id: true }));
      // A server that knows no ids of clients would begin another article with each answer that is lost.
      if (id !== draft.id) throw new ApiError("badAnswer", 201, "the draft was stored under another id");
    },
  };
}
