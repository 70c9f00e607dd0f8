import { z } from "../../../lib/contract/zod";
import { SourceError } from "../source";
import type { JsonClient } from "../web/json-client";

const PAGE_SIZE = 100;

/** Where a listing goes on. */
export const positionSchema = z.discriminatedUnion("style", [
  z.object({ style: z.literal("cursor"), after: z.string() }),
  z.object({ style: z.literal("offset"), page: z.int().positive() }),
]);
export type Position = z.infer<typeof positionSchema>;

/** A page of a listing. `next` null: the last. `count`: how many rows there are in all, where that is said. */
export type Page = { rows: unknown[]; next: Position | null; count: number | null };

const pageSchema = z.looseObject({
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
  next_page: z.string().nullish(),
  count: z.int().nullish(),
});

type Listing = {
  client: JsonClient;
  /** With its query, if it has one. */
  path: string;
  /** Under which key the answer has its rows. */
  key: string;
};

/**
 * The pages of a listing from a position on; null: from the start. By cursor where the server has them, else by number,
 * from the start and never both in one listing.
 */
export async function* readPages(listing: Listing, from: Position | null): AsyncIterable<Page> {
  let at = from;
  for (;;) {
    const page = await readPage(listing, at);
    if (page === "no cursors") {
      at = { style: "offset", page: 1 };
      continue;
    }
    yield page;
    if (page.next === null) return;
    at = page.next;
  }
}

/** All rows of a listing that read as `schema`; null when this caller may not have it. */
export async function readListing<T>({ client, ...listing }: Listing, schema: z.ZodType<T>): Promise<T[] | null> {
  const rows: unknown[] = [];
  try {
    for await (const page of readPages({ ...listing, client: askingLeave(client) }, null)) rows.push(...page.rows);
  } catch (error) {
    if (error instanceof NotAllowedError) return null;
    throw error;
  }
  return rows.map((row) => schema.safeParse(row)).flatMap(({ data }) => (data === undefined ? [] : [data]));
}

class NotAllowedError extends Error {}

function askingLeave(client: JsonClient): JsonClient {
  return {
    ...client,
    async get(path, schema) {
      const answer = await client.getIfAllowed(path, schema);
      if (answer === null) throw new NotAllowedError();
      return answer;
    },
  };
}

async function readPage({ client, path, key }: Listing, at: Position | null): Promise<Page | "no cursors"> {
  const schema = pageSchema.refine((body) => Array.isArray(body[key]), { error: `${key}: missing` });
  const { body } = await client.get(pathOf(path, at), schema);
  const rows = z.array(z.unknown()).parse(body[key]);
  if (at?.style === "offset") {
    return { rows, next: body.next_page ? { style: "offset", page: at.page + 1 } : null, count: body.count ?? null };
  }
  if (!body.meta) {
    if (at === null) return "no cursors";
    throw new SourceError(`${path} stopped answering by cursor: start over with --restart.`);
  }
  const after = body.meta.has_more ? body.meta.after_cursor : null;
  if (after && after === at?.after) throw new SourceError(`${path} answers the same page again and again.`);
  return { rows, next: after ? { style: "cursor", after } : null, count: null };
}

function pathOf(path: string, at: Position | null): string {
  const query =
    at?.style === "offset"
      ? { per_page: `${PAGE_SIZE}`, page: `${at.page}` }
      : { "page[size]": `${PAGE_SIZE}`, ...(at && { "page[after]": at.after }) };
  return `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams(query)}`;
}
