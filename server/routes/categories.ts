import { createRoute } from "@hono/zod-openapi";
import { CONTENT_LIMITS } from "../../lib/contract/authoring";
import { categorySchema, categorySettingsSchema } from "../../lib/contract/category";
import { z } from "../../lib/contract/zod";
import { actorOf } from "../audit/actor";
import { listCategories } from "../categories/list-categories";
import { pathOfKey } from "../categories/nearest-setting";
import { putCategory, removeCategory } from "../categories/write-category";
import { ProblemError, problemResponses } from "../http/problem";
import { requireAdmin, requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { toStorableText } from "../storable-text";
import type { RouteDeps } from "./route-deps";

const common = { security: [{ agentToken: [] }], tags: ["Categories"] };

const exampleSettings = {
  isSensitive: true,
  verifyEveryDays: 30,
  owner: { kind: "team" as const, name: "Billing team" },
};
const exampleCategory = {
  ...{ key: "Billing > Direct debit", path: ["Billing", "Direct debit"], articles: 12 },
  settings: { isSensitive: null, verifyEveryDays: 30, owner: null },
  effective: exampleSettings,
};

const listSchema = z
  .object({ categories: z.array(categorySchema) })
  .openapi({ example: { categories: [exampleCategory] } });
const namedSettingsSchema = z.strictObject(categorySettingsSchema.shape).openapi({ example: exampleSettings });
const storedSettingsSchema = z.object({ key: z.string(), path: z.array(z.string()), settings: categorySettingsSchema });
const namedStoredSchema = z
  .object(storedSettingsSchema.shape)
  .openapi({ example: { ...exampleCategory, settings: exampleSettings } });

/** An index entry of PostgreSQL has 2,704 bytes. */
const MAX_KEY_BYTES = 2_500;
const MAX_KEY_LENGTH = 2_000;
const paramsSchema = z.object({
  key: z.string().min(1).max(MAX_KEY_LENGTH).openapi({ example: "Billing > Direct debit" }),
});

const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/v1/categories",
  operationId: "listCategories",
  summary: "Categories with what is set for them and what holds in them, for managers and admins",
  description: "All that hold articles within the caller's reach or that have settings, by their keys.",
  responses: {
    200: { description: "The categories.", content: { "application/json": { schema: listSchema } } },
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "client_too_old"),
  },
});

const putRoute = createRoute({
  ...common,
  method: "put",
  path: "/v1/categories/{key}",
  operationId: "putCategory",
  summary: "Sets what holds in a category and below it, for admins",
  description:
    "The key is the path, its steps joined by ` > `. What is null is as in the category above. Articles whose days until " +
    "verification become others are told to agents again.",
  request: {
    params: paramsSchema,
    body: { required: true, content: { "application/json": { schema: namedSettingsSchema } } },
  },
  responses: {
    200: { description: "What is set now.", content: { "application/json": { schema: namedStoredSchema } } },
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "client_too_old", "body_too_large"),
  },
});

const deleteRoute = createRoute({
  ...common,
  method: "delete",
  path: "/v1/categories/{key}",
  operationId: "removeCategory",
  summary: "Takes a category's settings away, for admins",
  description: "Its articles stay where they are; what is set above holds for them.",
  request: { params: paramsSchema },
  responses: {
    204: { description: "They are gone." },
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "not_found", "client_too_old"),
  },
});

/** Settings of categories. */
export function categoriesRoutes({ db, clock }: RouteDeps) {
  return createRouter()
    .openapi(listRoute, async (c) => {
      requireManager(c.get("agent"));
      return c.json({ categories: await listCategories(db, c.get("agent")) }, 200);
    })
    .openapi(putRoute, async (c) => {
      requireAdmin(c.get("agent"));
      const path = readPath(c.req.valid("param").key);
      const { owner, ...rest } = c.req.valid("json");
      const settings = { ...rest, owner: owner && { ...owner, name: readName(owner.name) } };
      await putCategory({ db, actor: actorOf(c), nowMs: clock(), path }, settings);
      return c.json({ key: path.join(" > "), path, settings }, 200);
    })
    .openapi(deleteRoute, async (c) => {
      requireAdmin(c.get("agent"));
      const path = readPath(c.req.valid("param").key);
      if (!(await removeCategory({ db, actor: actorOf(c), nowMs: clock(), path }))) {
        throw new ProblemError("not_found", "This category has no settings.");
      }
      return c.body(null, 204);
    });
}

function readPath(key: string): string[] {
  const path = pathOfKey(toStorableText(key));
  const isStorable = Buffer.byteLength(key) <= MAX_KEY_BYTES;
  if (path.length === 0 || path.length > CONTENT_LIMITS.names || !isStorable) {
    throw new ProblemError("invalid_request", "key: expected a path such as Billing > Direct debit");
  }
  return path;
}

function readName(name: string): string {
  const storable = toStorableText(name).trim();
  if (storable === "" || storable.length > CONTENT_LIMITS.name) {
    throw new ProblemError("invalid_request", `owner.name: expected 1 to ${CONTENT_LIMITS.name} characters`);
  }
  return storable;
}
