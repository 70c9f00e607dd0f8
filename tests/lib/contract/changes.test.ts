import { describe, expect, it } from "vitest";
import { articleDeleteSchema, articlePutSchema, changesPageSchema } from "../../../lib/contract/changes";
import { z } from "../../../lib/contract/zod";
import { pageReader } from "../page-readers";

function pageWith(...changes: unknown[]) {
  return { changes, cursor: "c1", hasMore: false, reset: false, remaining: 0 };
}

const PUT = { op: "put", type: "pageReader", pageReader: pageReader() };
const DELETE = { op: "delete", type: "pageReader", helpdesk: "zendesk" };
const DELETED_ARTICLE = { op: "delete", type: "article", id: "a" };

it("keeps a page reader whole", () => {
  expect(changesPageSchema.parse(pageWith(PUT, DELETE)).changes).toEqual([PUT, DELETE]);
});

describe("a page reader that this version cannot read becomes an unknown change", () => {
  it.each([
    ["a list it does not know", { ...PUT, pageReader: { ...pageReader(), reading: { avatars: [] } } }],
    ["a helpdesk it does not know", { ...PUT, pageReader: { ...pageReader(), helpdesk: "gorgias" } }],
    ["code in place of a selector", { ...PUT, pageReader: { ...pageReader(), reading: { subject: ["alert(1)"] } } }],
    ["nothing in it", { op: "put", type: "pageReader" }],
    ["a removal of a helpdesk it does not know", { ...DELETE, helpdesk: "gorgias" }],
  ])("with %s, and the rest of the page is read", (_what, change) => {
    const { changes } = changesPageSchema.parse(pageWith(change, DELETED_ARTICLE));

    expect(changes).toEqual([{ op: change.op, type: "pageReader" }, DELETED_ARTICLE]);
  });
});

/** The changes as version 0.1.0 of the extension read them. */
const oldChangeSchema = z.union([
  articlePutSchema,
  articleDeleteSchema,
  z.object({ op: z.string(), type: z.string().refine((type) => type !== "article") }),
]);

it("a client of version 0.1.0 takes page readers for changes it does not know", () => {
  const changes = z.array(oldChangeSchema).parse([PUT, DELETE, DELETED_ARTICLE]);

  expect(changes).toEqual([{ op: "put", type: "pageReader" }, { op: "delete", type: "pageReader" }, DELETED_ARTICLE]);
});
