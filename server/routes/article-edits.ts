import { createRoute } from "@hono/zod-openapi";
import { uuidv7 } from "uuidv7";
import { copyDraftSchema } from "../../lib/contract/article-states";
import { CONTENT_LIMITS } from "../../lib/contract/authoring";
import { z } from "../../lib/contract/zod";
import { createArticle } from "../articles/create-article";
import { discardCopy, returnCopy, submitCopy } from "../articles/move-copy";
import { publishCopy } from "../articles/publish-copy";
import { writeCopy } from "../articles/write-copy";
import { problemResponses } from "../http/problem";
import { requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import {
  articleParamsSchema,
  common,
  readAnswer,
  stateAnswer,
  writeOf,
  writeProblems,
  writeRequest,
} from "./article-answers";
import { exampleContent } from "./article-examples";
import type { RouteDeps } from "./route-deps";

const draftSchema = z
  .strictObject(copyDraftSchema.shape)
  .openapi({ example: { content: exampleContent, note: "The day is another one now." } });
const newSchema = z.strictObject({ ...copyDraftSchema.shape, id: z.uuid({ version: "v7" }).optional() }).openapi({
  example: { id: "01936f5e-7a2b-7c3d-8e4f-5a6b7c8d9e0f", content: exampleContent, note: "Three customers asked." },
});
const returnSchema = z
  .strictObject({ note: z.string().max(CONTENT_LIMITS.note).default("") })
  .openapi({ example: { note: "Which bank is this about?" } });
const publishSchema = z
  .strictObject({
    confirmPublic: z.boolean().default(false),
    overVersion: z.int().positive().nullable().default(null),
  })
  .openapi({ example: { confirmPublic: false, overVersion: null } });

const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { "application/json": { schema } },
});

const writeHeadersSchema = z.object({ "if-match": z.string().optional(), "if-none-match": z.string().optional() });

const createArticleRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/articles",
  operationId: "createArticle",
  summary: "Begins an article, under an id of one's own or the server's",
  description:
    "Agents may, too. With an `id` (UUID version 7) a request whose answer got lost may be repeated: the same content " +
    "changes nothing, other content takes the place of the author's own draft. Where somebody else has gone on with it, " +
    "or the id is taken, it is a `conflict`. Without an `id` each request begins another article.",
  request: { body: jsonBody(newSchema) },
  responses: {
    200: stateAnswer("The article was begun before; as it stands."),
    201: stateAnswer("The article, with its draft."),
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "conflict", "client_too_old", "body_too_large"),
  },
});

const putRoute = createRoute({
  ...common,
  method: "put",
  path: "/v1/articles/{id}",
  operationId: "writeArticle",
  summary: "Writes an article's working copy; nothing is published",
  description:
    "Begins an article where the id is new (managers and admins), and a working copy where there is none. An article " +
    "that is there needs `If-Match`. The same content again from the same author changes nothing, whatever `If-Match` " +
    "says, so a request may be repeated. HTML is sanitised. `audience` is `internal` when not said.",
  request: { params: articleParamsSchema, headers: writeHeadersSchema, body: jsonBody(draftSchema) },
  responses: { 200: stateAnswer("The article."), 201: stateAnswer("The new article."), ...writeProblems },
});

const submitRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/articles/{id}/submit",
  operationId: "submitArticle",
  summary: "Hands a draft in for review",
  request: writeRequest,
  responses: { 200: stateAnswer("The article."), ...writeProblems },
});

const returnRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/articles/{id}/return",
  operationId: "returnArticle",
  summary: "Makes a submitted or scheduled working copy a draft again",
  description: "With a word to its author. Authors may take back their own.",
  request: { ...writeRequest, body: jsonBody(returnSchema) },
  responses: { 200: stateAnswer("The article."), ...writeProblems },
});

const publishRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/articles/{id}/publish",
  operationId: "publishArticle",
  summary: "Makes the working copy the next version, for managers and admins",
  description:
    "With a `publishedAt` to come it is scheduled: what is served stays until that moment. In a sensitive category, " +
    "and out of one or into one, somebody other than the author has to do it (`second_person_required`). What " +
    "customers could not read before takes `confirmPublic`. If another version came in since the copy was begun, " +
    "`overVersion` has to name it.",
  request: { ...writeRequest, body: jsonBody(publishSchema) },
  responses: { 200: stateAnswer("The article."), ...writeProblems },
});

const discardRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/articles/{id}/discard",
  operationId: "discardWorkingCopy",
  summary: "Throws the working copy away; what is published stays",
  request: writeRequest,
  responses: { 204: { description: "It is gone." }, ...writeProblems },
});

/** Writing articles, up to their publication. */
export function articleEditsRoutes(deps: RouteDeps) {
  return createRouter()
    .openapi(createArticleRoute, async (c) => {
      const { id = uuidv7(), ...draft } = c.req.valid("json");
      const isNew = await createArticle(await writeOf(c, deps, id), draft);
      c.header("Location", `/v1/articles/${id}`);
      return c.json(await readAnswer(c, deps, id), isNew ? 201 : 200);
    })
    .openapi(putRoute, async (c) => {
      const { id } = c.req.valid("param");
      const isNew = await writeCopy(await writeOf(c, deps, id), c.req.valid("json"));
      return c.json(await readAnswer(c, deps, id), isNew ? 201 : 200);
    })
    .openapi(submitRoute, async (c) => {
      const { id } = c.req.valid("param");
      await submitCopy(await writeOf(c, deps, id));
      return c.json(await readAnswer(c, deps, id), 200);
    })
    .openapi(returnRoute, async (c) => {
      const { id } = c.req.valid("param");
      await returnCopy(await writeOf(c, deps, id), c.req.valid("json").note);
      return c.json(await readAnswer(c, deps, id), 200);
    })
    .openapi(publishRoute, async (c) => {
      requireManager(c.get("agent"));
      const { id } = c.req.valid("param");
      await publishCopy(await writeOf(c, deps, id), c.req.valid("json"));
      return c.json(await readAnswer(c, deps, id), 200);
    })
    .openapi(discardRoute, async (c) => {
      await discardCopy(await writeOf(c, deps, c.req.valid("param").id));
      return c.body(null, 204);
    });
}
