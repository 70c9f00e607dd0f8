import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { type Problem, type ProblemCode, problemCodeSchema, problemSchema } from "../../lib/contract/problem";
import { describeFailure, isDatabaseUnavailable } from "../db/database-failure";

type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 426 | 428 | 429 | 500 | 503;

const PROBLEMS: Record<ProblemCode, { status: ProblemStatus; title: string }> = {
  unauthorized: { status: 401, title: "The token is missing or not known." },
  forbidden: { status: 403, title: "This agent may not do that." },
  client_too_old: { status: 426, title: "The extension is too old for this server." },
  invalid_request: { status: 400, title: "The request is not as the contract has it." },
  body_too_large: { status: 413, title: "The body of the request is too large." },
  unsupported_media_type: { status: 415, title: "The body is not of a type that is taken here." },
  not_found: { status: 404, title: "There is nothing at this address." },
  method_not_allowed: { status: 405, title: "This address does not take that method." },
  conflict: { status: 409, title: "That does not go with how things stand." },
  version_conflict: { status: 412, title: "Somebody has changed it meanwhile." },
  version_required: { status: 428, title: "The request has to say which version it is about (If-Match)." },
  second_person_required: { status: 409, title: "A second person has to approve this." },
  rate_limited: { status: 429, title: "Too many requests." },
  unavailable: { status: 503, title: "The server cannot do that at the moment." },
  internal_error: { status: 500, title: "The server failed." },
};

/** What to do about a problem that is told without a word of its own. */
const REMEDIES: Partial<Record<ProblemCode, string>> = {
  // The same whatever was sent, so that it tells nothing of which tokens there are.
  unauthorized: "Send Authorization: Bearer TOKEN with a token that is in force; an admin can issue one.",
};

/** Ends a request with a problem document, wherever it is thrown. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  /** `more` are further members of the document; `retryAfterS` seconds until another try makes sense. */
  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly extra: { more?: Record<string, unknown>; retryAfterS?: number } = {},
  ) {
    super(detail ?? PROBLEMS[code].title);
  }
}

/** The answer for a request that cannot be met (RFC 9457). */
export function answerProblem(
  c: Context,
  code: ProblemCode,
  detail: string | undefined = REMEDIES[code],
  { more, retryAfterS }: ProblemError["extra"] = {},
): Response {
  const { status, title } = PROBLEMS[code];
  const requestId: unknown = c.get("requestId");
  const problem: Problem = {
    ...{ ...more, type: `urn:souffleur:problem:${code}`, title, status, code },
    ...(detail && { detail }),
    ...(typeof requestId === "string" && { instance: `urn:souffleur:request:${requestId}` }),
  };
  if (retryAfterS !== undefined) c.header("Retry-After", String(Math.ceil(retryAfterS)));
  if (status === 401) c.header("WWW-Authenticate", 'Bearer realm="souffleur"');
  return c.body(JSON.stringify(problem), status, { "Content-Type": "application/problem+json" });
}

/** Seconds after which asking again makes sense when the database was away. */
const DATABASE_RETRY_S = 5;

/**
 * Turns whatever was thrown into a problem document. What nobody expected is left for the log in `failure`, without the
 * request's content.
 */
export function answerError(c: Context, error: unknown): Response {
  if (error instanceof ProblemError) return answerProblem(c, error.code, error.detail, error.extra);
  if (error instanceof HTTPException && error.status < 500) return answerProblem(c, "invalid_request", error.message);
  c.set("failure", describeFailure(error));
  if (!isDatabaseUnavailable(error)) return answerProblem(c, "internal_error");
  const detail = "The database cannot be asked at the moment. Nothing was changed; try again soon.";
  return answerProblem(c, "unavailable", detail, { retryAfterS: DATABASE_RETRY_S });
}

/** For route definitions: the problem answers a call may give, with an example for each code. */
export function problemResponses(...codes: ProblemCode[]) {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = codes.filter((code) => PROBLEMS[code].status === status);
      const description = ofStatus.map((code) => PROBLEMS[code].title).join(" Or: ");
      const examples = Object.fromEntries(ofStatus.map((code) => [code, { value: exampleOf(code) }]));
      return [status, { description, content: { "application/problem+json": { schema: problemSchema, examples } } }];
    }),
  );
}

/** Every code with its status and what it means, in the order of the contract. */
export function listProblems(): { code: ProblemCode; status: number; title: string }[] {
  return problemCodeSchema.options.map((code) => ({ code, ...PROBLEMS[code] }));
}

function exampleOf(code: ProblemCode): Problem {
  const { status, title } = PROBLEMS[code];
  const instance = "urn:souffleur:request:9f2d6c1a-0c7e-4a42-9a0a-3a6f4a1c2b77";
  return { type: `urn:souffleur:problem:${code}`, title, status, code, instance };
}
