/** What developers read in the OpenAPI document of the bodies they send and get. */
import { beforeEach, expect, test } from "vitest";
import { flagSubmissionSchema } from "../../../lib/contract/flags";
import { lessonSchema } from "../../../lib/contract/learned-terms";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

test("developers read what a flag has to be", async () => {
  const api = await (await server.app.request("/openapi.json")).json();

  const body = api.paths["/v1/flags"].post.requestBody.content["application/json"].schema;
  expect(body.properties.flags.items).toEqual({ $ref: "#/components/schemas/FlagSubmission" });
  const { required, properties } = api.components.schemas.FlagSubmission;
  expect(Object.keys(properties)).toEqual(Object.keys(flagSubmissionSchema.shape));
  // Clients older than passages leave it out.
  expect(required).toEqual(Object.keys(properties).filter((key) => key !== "passage"));
});

test("developers read what a lesson has to be, and that it holds nothing else", async () => {
  const api = await (await server.app.request("/openapi.json")).json();

  const body = api.paths["/v1/lessons"].post.requestBody.content["application/json"].schema;
  expect(body.properties.lessons.items).toEqual({ $ref: "#/components/schemas/Lesson" });
  expect(api.components.schemas.Lesson.required).toEqual(Object.keys(lessonSchema.shape));
  expect(api.components.schemas.Lesson.additionalProperties).toBe(false);
});

test("developers read what a page reader is, and that changes may be of kinds they do not know", async () => {
  const api = await (await server.app.request("/openapi.json")).json();

  const page = api.paths["/v1/changes"].get.responses["200"].content["application/json"].schema;
  const changes: { properties: Record<string, { enum?: string[]; properties?: object }> }[] =
    page.properties.changes.items.anyOf;
  expect(changes.map(({ properties }) => properties.type?.enum?.[0] ?? "any")).toEqual([
    "article",
    "article",
    "pageReader",
    "pageReader",
    "articleTerms",
    "articleTerms",
    "synonymSet",
    "synonymSet",
    "situation",
    "situation",
    "notice",
    "notice",
    "flagOutcome",
    "acknowledgement",
    "any",
  ]);
  const reader = changes[2]?.properties.pageReader;
  expect(Object.keys(reader?.properties ?? {})).toEqual(["helpdesk", "version", "updatedAt", "reading"]);
});
