/** What the article calls have in common: the answer with its ETag, and what a write is made of. */
import type { Context } from "hono";
import { articleStateSchema } from "../../lib/contract/article-states";
import { z } from "../../lib/contract/zod";
import type { ArticleWrite } from "../articles/open-article";
import { settleDueArticles } from "../articles/publish-due";
import { readArticleState } from "../articles/read-state";
import { actorOf } from "../audit/actor";
import { idParamSchema } from "../http/id-param";
import { ifMatchHeaderSchema } from "../http/if-match";
import { problemResponses } from "../http/problem";
import type { AppEnv } from "../http/router";
import { exampleState } from "./article-examples";
import type { RouteDeps } from "./route-deps";

const namedStateSchema = z.object(articleStateSchema.shape).openapi({ example: exampleState });

const etagHeader = {
  ETag: { description: "What a write sends back in `If-Match`.", schema: { type: "string" as const } },
};

export const articleParamsSchema = idParamSchema(200);

/** For route definitions: the answer that tells how the article stands. */
export function stateAnswer(description: string) {
  return { description, headers: etagHeader, content: { "application/json": { schema: namedStateSchema } } };
}

/** For route definitions: a write on an article that is there. */
export const writeRequest = { params: articleParamsSchema, headers: ifMatchHeaderSchema };

/** For route definitions: the problems any such write may come to. */
export const writeProblems = {
  ...problemResponses("invalid_request", "unauthorized", "forbidden", "not_found", "client_too_old"),
  ...problemResponses("conflict", "version_conflict", "version_required", "body_too_large"),
};

export const common = { security: [{ agentToken: [] }], tags: ["Articles"] };

/** Who writes which article by this request. What is due is done first. */
export async function writeOf(c: Context<AppEnv>, { db, clock }: RouteDeps, id: string): Promise<ArticleWrite> {
  await settleDueArticles(db, clock());
  return { db, agent: c.get("agent"), actor: actorOf(c), nowMs: clock(), id, ifMatch: c.req.header("If-Match") };
}

/** Reads how the article stands, and leaves its ETag. */
export async function readAnswer(c: Context<AppEnv>, { db }: RouteDeps, id: string) {
  const state = await readArticleState(db, c.get("agent"), id);
  c.header("ETag", state.etag);
  return state;
}
