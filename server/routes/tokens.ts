import { createRoute } from "@hono/zod-openapi";
import { issuedTokenSchema, newTokenSchema, tokenSchema } from "../../lib/contract/agents";
import { z } from "../../lib/contract/zod";
import { readAgent } from "../agents/list-agents";
import { addToken, listTokens, MOST_TOKENS_IN_FORCE, revokeToken, rotateToken } from "../agents/tokens";
import { actorOf } from "../audit/actor";
import { idSchema } from "../http/id-schema";
import { ProblemError, problemResponses } from "../http/problem";
import { requireAdmin } from "../http/require-role";
import { createRouter } from "../http/router";
import { exampleIssuedToken, exampleToken } from "./agent-examples";
import type { RouteDeps } from "./route-deps";

const listSchema = z.object({ tokens: z.array(tokenSchema) }).openapi({ example: { tokens: [exampleToken] } });
const newSchema = z
  .strictObject(newTokenSchema.shape)
  .openapi({ example: { label: "second machine", expiresInDays: 365 } });
const issuedSchema = z.object(issuedTokenSchema.shape).openapi({ example: exampleIssuedToken });

const paramsSchema = z.object({ id: idSchema });
const common = { security: [{ agentToken: [] }], tags: ["Tokens"] };
const list = {
  description: "The tokens without their secrets, the latest first: all in force, and others among the latest 200.",
  content: { "application/json": { schema: listSchema } },
};
const issued = {
  description: "The new token, which is not shown again.",
  content: { "application/json": { schema: issuedSchema } },
};
const ownRefusals = problemResponses("invalid_request", "unauthorized", "client_too_old");
const refusals = { ...ownRefusals, ...problemResponses("forbidden", "not_found") };

const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/agents/{id}/tokens",
  operationId: "listTokens",
  summary: "An agent's tokens, for admins",
  request: { params: paramsSchema },
  responses: { 200: list, ...refusals },
});

const issueRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/agents/{id}/tokens",
  operationId: "issueToken",
  summary: "Issues another token to an agent, for admins",
  description:
    "`expiresInDays` null: for good; left out: as the server is set. An agent that has " +
    `${MOST_TOKENS_IN_FORCE} tokens in force gets no more.`,
  request: { params: paramsSchema, body: { required: true, content: { "application/json": { schema: newSchema } } } },
  responses: { 201: issued, ...refusals, ...problemResponses("conflict", "body_too_large") },
});

const revokeRoute = createRoute({
  ...common,
  method: "delete",
  path: "/v1/tokens/{id}",
  operationId: "revokeToken",
  summary: "Ends a token at once: one's own, or for admins anybody's",
  request: { params: paramsSchema },
  responses: { 204: { description: "It is not taken any more." }, ...ownRefusals, ...problemResponses("not_found") },
});

const ownRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/me/tokens",
  operationId: "listOwnTokens",
  summary: "One's own tokens",
  responses: { 200: list, ...ownRefusals },
});

const rotateRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/me/token/rotate",
  operationId: "rotateToken",
  summary: "A new token in place of the one used",
  description:
    "The new one is good for as many days as the old one was issued for. The old one is taken for a while longer (a day " +
    "unless the server is set otherwise), so that a lost answer locks nobody out: rotate again with it, which revokes the one of the lost answer.",
  responses: { 201: issued, ...ownRefusals, ...problemResponses("conflict") },
});

/** Where tokens are issued, replaced and revoked. */
export function tokensRoutes({ db, clock, settings }: RouteDeps) {
  const { tokenDays, rotationGraceMs: graceMs } = settings;
  const requireAgent = async (id: string) => {
    if (!(await readAgent(db, id, clock()))) throw new ProblemError("not_found", "There is no such agent.");
  };
  return createRouter()
    .openapi(listRoute, async (c) => {
      requireAdmin(c.get("agent"));
      const { id } = c.req.valid("param");
      await requireAgent(id);
      return c.json({ tokens: await listTokens(db, id, clock()) }, 200);
    })
    .openapi(issueRoute, async (c) => {
      requireAdmin(c.get("agent"));
      const { label, expiresInDays } = c.req.valid("json");
      const wish = { label, validDays: expiresInDays === undefined ? tokenDays : expiresInDays };
      const token = await addToken({ db, actor: actorOf(c), nowMs: clock() }, c.req.valid("param").id, wish);
      if (!token) throw new ProblemError("not_found", "There is no such agent.");
      return c.json(token, 201);
    })
    .openapi(revokeRoute, async (c) => {
      const { id: agentId, role } = c.get("agent");
      const writing = { db, actor: actorOf(c), nowMs: clock() };
      const isRevoked = await revokeToken(writing, c.req.valid("param").id, role === "admin" ? null : agentId);
      if (!isRevoked) throw new ProblemError("not_found", "There is no such token.");
      return c.body(null, 204);
    })
    .openapi(ownRoute, async (c) => c.json({ tokens: await listTokens(db, c.get("agent").id, clock()) }, 200))
    .openapi(rotateRoute, async (c) => {
      const writing = { db, actor: actorOf(c), nowMs: clock() };
      const token = await rotateToken(writing, c.get("tokenId"), { validDays: tokenDays, graceMs });
      // Revoked since the request came in.
      if (!token) throw new ProblemError("unauthorized");
      return c.json(token, 201);
    });
}
