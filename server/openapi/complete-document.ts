/**
 * The routes say what is their own; what holds for all of them is added here: names, tags, the headers of every answer,
 * the problems any call may end with, and examples where a route brings none.
 */
import type { ProblemCode } from "../../lib/contract/problem";
import { problemResponses } from "../http/problem";
import { type Answer, type ApiDocument, type Call, type Header, listCalls, type Media } from "./document";
import { exampleOf } from "./example-of";

const TEXT = { type: "string" };
const NUMBER = { type: "integer" };

const REQUEST_ID: Header = {
  description: "Names the request; the log and the problem's `instance` have it too. A sane one that was sent is kept.",
  schema: TEXT,
  example: "9f2d6c1a-0c7e-4a42-9a0a-3a6f4a1c2b77",
};
const RATE_LIMIT: Record<string, Header> = {
  "RateLimit-Limit": { description: "Requests the token may make in a minute.", schema: NUMBER, example: 600 },
  "RateLimit-Remaining": { description: "How many of them are left.", schema: NUMBER, example: 598 },
  "RateLimit-Reset": { description: "Seconds until they are counted anew.", schema: NUMBER, example: 41 },
};
const RETRY_AFTER: Header = { description: "Seconds after which to ask again.", schema: NUMBER, example: 5 };
const ALLOW: Header = { description: "The methods the address takes.", schema: TEXT, example: "GET, HEAD" };
const AUTHENTICATE: Header = { description: "How to ask.", schema: TEXT, example: 'Bearer realm="souffleur"' };

const AREAS: Record<string, string> = {
  "": "Operations",
  me: "Me",
  changes: "Feed",
  articles: "Articles",
  categories: "Categories",
  flags: "Flags",
  "flag-cases": "Flags",
  lessons: "Learning",
  notices: "Notices",
  acknowledgements: "Notices",
  situations: "Situations",
  synonyms: "Synonyms",
  usage: "Usage",
  gaps: "Usage",
  reports: "Reports",
  agents: "Agents",
  tokens: "Agents",
  groups: "Agents",
  audit: "Audit",
};

/** The document with everything a reader or a generator of clients needs. Changes it in place. */
export function completeDocument(document: ApiDocument): ApiDocument {
  document.servers ??= [{ url: "/", description: "This server." }];
  const names = new Set<string>();
  for (const call of listCalls(document)) {
    completeOperation(call, document);
    for (const tag of call.operation.tags ?? []) names.add(tag);
  }
  document.tags ??= [...names].map((name) => ({ name }));
  return document;
}

function completeOperation(call: Call, document: ApiDocument): void {
  const { method, path, operation } = call;
  const isApi = path.startsWith("/v1/");
  operation.operationId ??= nameOf(method, path);
  operation.tags ??= [AREAS[isApi ? (path.split("/")[2] ?? "") : ""] ?? "Other"];
  operation.security ??= isApi ? [{ agentToken: [] }] : [];
  operation.description ??= operation.summary ?? "";
  for (const [status, answer] of Object.entries(commonAnswers(isApi, operation.requestBody !== undefined))) {
    operation.responses[status] = mergeAnswers(operation.responses[status], answer);
  }
  for (const [status, answer] of Object.entries(operation.responses)) addHeaders(answer, Number(status), isApi);
  for (const parameter of operation.parameters ?? []) {
    if (parameter.schema) parameter.example ??= exampleOf(parameter.schema, document, parameter.name);
  }
  const media = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) =>
    Object.values(part?.content ?? {}),
  );
  for (const one of media) addExample(one, document);
}

function commonAnswers(isApi: boolean, hasBody: boolean): Record<string, Answer> {
  const codes: ProblemCode[] = ["internal_error"];
  if (isApi) codes.push("unauthorized", "client_too_old", "rate_limited", "unavailable", "invalid_request");
  if (isApi && hasBody) codes.push("body_too_large", "unsupported_media_type");
  // The schema is the same everywhere; a copy for each, since the document is changed in place.
  return structuredClone(toPlain(problemResponses(...codes)));
}

/** zod schemas have become JSON schema in the rest of the document; here it is written out. */
function toPlain(responses: ReturnType<typeof problemResponses>): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { description, content }]) => {
      const { examples } = content["application/problem+json"];
      return [status, { description, content: { "application/problem+json": { schema: PROBLEM_SCHEMA, examples } } }];
    }),
  );
}

const PROBLEM_SCHEMA = {
  type: "object",
  properties: {
    ...{ type: TEXT, title: TEXT, status: NUMBER, detail: TEXT, code: TEXT, instance: TEXT },
  },
  required: ["type", "title", "status", "code"],
};

function mergeAnswers(own: Answer | undefined, common: Answer): Answer {
  if (!own) return common;
  const media = own.content?.["application/problem+json"];
  const added = common.content?.["application/problem+json"]?.examples;
  if (media) media.examples = { ...added, ...media.examples };
  return own;
}

function addHeaders(answer: Answer, status: number, isApi: boolean): void {
  const headers: Record<string, Header> = { "X-Request-Id": REQUEST_ID };
  if (isApi && status !== 401 && status !== 426) Object.assign(headers, RATE_LIMIT);
  if (status === 401) headers["WWW-Authenticate"] = AUTHENTICATE;
  if (status === 405) headers.Allow = ALLOW;
  if (status === 429 || status === 503) headers["Retry-After"] = RETRY_AFTER;
  answer.headers = { ...headers, ...answer.headers };
}

function addExample(media: Media, document: ApiDocument): void {
  if (media.example !== undefined || media.examples || !media.schema) return;
  media.example = exampleOf(media.schema, document);
}

/** `getArticlesByIdVersionsByVersion` for `GET /v1/articles/{id}/versions/{version}`. */
function nameOf(method: string, path: string): string {
  const words = path
    .replace(/^\/v1/, "")
    .replace(/\{(\w+)\}/g, "by-$1")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return method + words.map((word) => (word[0] ?? "").toUpperCase() + word.slice(1)).join("");
}
