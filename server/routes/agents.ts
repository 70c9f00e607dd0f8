import { createRoute } from "@hono/zod-openapi";
import {
  agentAccountSchema,
  agentPatchSchema,
  groupSchema,
  issuedTokenSchema,
  newAgentSchema,
} from "../../lib/contract/agents";
import { roleSchema } from "../../lib/contract/me";
import { z } from "../../lib/contract/zod";
import { addAgent } from "../agents/add-agent";
import { changeAgent } from "../agents/change-agent";
import { listGroups } from "../agents/groups";
import { listAgents, readAgent } from "../agents/list-agents";
import { actorOf } from "../audit/actor";
import { idSchema } from "../http/id-schema";
import { nextCursorSchema, pageQuerySchema } from "../http/paging";
import { ProblemError, problemResponses } from "../http/problem";
import { requireAdmin, requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { exampleAgent, exampleIssuedToken } from "./agent-examples";
import type { RouteDeps } from "./route-deps";

/** Groups of the agent that no other agent and no article is in: no error, but perhaps a slip of the pen. */
const unknownGroupsSchema = z.array(z.string());

const listSchema = z
  .object({ agents: z.array(agentAccountSchema), nextCursor: nextCursorSchema })
  .openapi({ example: { agents: [exampleAgent], nextCursor: null } });
const newSchema = z
  .strictObject(newAgentSchema.shape)
  .openapi({ example: { name: "Noor Haddad", groups: ["billing"], label: "laptop" } });
const addedSchema = z
  .object({ agent: agentAccountSchema, token: issuedTokenSchema, unknownGroups: unknownGroupsSchema })
  .openapi({ example: { agent: exampleAgent, token: exampleIssuedToken, unknownGroups: [] } });
const agentSchema = z.object(agentAccountSchema.shape).openapi({ example: exampleAgent });
const patchSchema = z.strictObject(agentPatchSchema.shape).openapi({ example: { groups: ["billing", "retention"] } });
const changedSchema = z
  .object({ agent: agentAccountSchema, unknownGroups: unknownGroupsSchema })
  .openapi({ example: { agent: { ...exampleAgent, groups: ["billing", "retention"] }, unknownGroups: ["retention"] } });
const groupsSchema = z
  .object({ groups: z.array(groupSchema) })
  .openapi({ example: { groups: [{ name: "billing", agents: 12, articles: 240 }] } });

const paramsSchema = z.object({ id: idSchema });
const common = { security: [{ agentToken: [] }], tags: ["Agents"] };
const refusals = problemResponses("invalid_request", "unauthorized", "forbidden", "client_too_old");

const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/agents",
  operationId: "listAgents",
  summary: "Agents by name, for admins",
  request: {
    query: pageQuerySchema.extend({
      role: roleSchema.optional(),
      group: idSchema.optional(),
      /** A part of the name. */
      name: idSchema.optional(),
      disabled: z.enum(["true", "false"]).optional(),
    }),
  },
  responses: {
    200: { description: "A page of agents.", content: { "application/json": { schema: listSchema } } },
    ...refusals,
  },
});

const addRoute = createRoute({
  ...common,
  method: "post",
  path: "/v1/agents",
  operationId: "addAgent",
  summary: "Adds an agent with a first token, for admins",
  description:
    "The token is shown this one time. A name that somebody has already is a conflict, with that agent's id, unless " +
    "`allowSameName` is set.",
  request: { body: { required: true, content: { "application/json": { schema: newSchema } } } },
  responses: {
    201: {
      description: "The agent and its token.",
      headers: { Location: { description: "Address of the agent.", schema: { type: "string" as const } } },
      content: { "application/json": { schema: addedSchema } },
    },
    ...refusals,
    ...problemResponses("conflict", "body_too_large"),
  },
});

const getRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/agents/{id}",
  operationId: "getAgent",
  summary: "An agent, for admins",
  request: { params: paramsSchema },
  responses: {
    200: { description: "The agent.", content: { "application/json": { schema: agentSchema } } },
    ...refusals,
    ...problemResponses("not_found"),
  },
});

const changeRoute = createRoute({
  ...common,
  method: "patch",
  path: "/v1/agents/{id}",
  operationId: "changeAgent",
  summary: "Changes an agent's name, role, groups, audience, or whether it may come in, for admins",
  description:
    "What is left out stays. The agent reads by its new access from its next pull on; what it may no longer read leaves " +
    "its machine. The last admin can be neither disabled nor given another role.",
  request: { params: paramsSchema, body: { required: true, content: { "application/json": { schema: patchSchema } } } },
  responses: {
    200: { description: "The agent as it is now.", content: { "application/json": { schema: changedSchema } } },
    ...refusals,
    ...problemResponses("not_found", "conflict", "body_too_large"),
  },
});

const groupsRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/groups",
  operationId: "listGroups",
  summary: "Groups in use, with their numbers of agents and articles",
  description: "All groups for admins, their own for managers. Disabled agents and deleted articles are not counted.",
  responses: {
    200: { description: "The groups.", content: { "application/json": { schema: groupsSchema } } },
    ...refusals,
  },
});

/** Where admins manage agents. */
export function agentsRoutes({ db, clock, settings }: RouteDeps) {
  const findAgent = async (id: string) => {
    const agent = await readAgent(db, id, clock());
    if (!agent) throw new ProblemError("not_found", "There is no such agent.");
    return agent;
  };
  return createRouter()
    .openapi(listRoute, async (c) => {
      requireAdmin(c.get("agent"));
      const { disabled, ...query } = c.req.valid("query");
      const isDisabled = disabled === undefined ? undefined : disabled === "true";
      return c.json(await listAgents({ db, nowMs: clock(), ...query, isDisabled }), 200);
    })
    .openapi(addRoute, async (c) => {
      requireAdmin(c.get("agent"));
      const { allowSameName: mayShareName, expiresInDays, ...wanted } = c.req.valid("json");
      const validDays = expiresInDays === undefined ? settings.tokenDays : expiresInDays;
      const added = await addAgent({ db, clock, ...wanted, validDays, mayShareName, actor: actorOf(c) });
      c.header("Location", `/v1/agents/${added.agent.id}`);
      const agent = await findAgent(added.agent.id);
      return c.json({ agent, token: added.issued, unknownGroups: added.unknownGroups }, 201);
    })
    .openapi(getRoute, async (c) => {
      requireAdmin(c.get("agent"));
      return c.json(await findAgent(c.req.valid("param").id), 200);
    })
    .openapi(changeRoute, async (c) => {
      requireAdmin(c.get("agent"));
      const { id } = c.req.valid("param");
      const { allowSameName: mayShareName, disabled: isDisabled, ...rest } = c.req.valid("json");
      const change = { ...rest, isDisabled };
      const { fallbackAssignee } = settings.flags;
      const changed = await changeAgent({
        db,
        id,
        change,
        mayShareName,
        fallbackAssignee,
        actor: actorOf(c),
        nowMs: clock(),
      });
      const agent = await findAgent(id);
      return c.json({ agent, unknownGroups: changed?.unknownGroups ?? [] }, 200);
    })
    .openapi(groupsRoute, async (c) => {
      const agent = c.get("agent");
      requireManager(agent);
      const groups = await listGroups(db, agent);
      const isShown = (name: string) => agent.role === "admin" || agent.groups.includes(name);
      return c.json({ groups: groups.filter(({ name }) => isShown(name)) }, 200);
    });
}
