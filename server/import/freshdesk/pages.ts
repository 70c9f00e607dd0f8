import { z } from "../../../lib/contract/zod";
import type { JsonClient } from "../web/json-client";

const PAGE_SIZE = 100;

/** The pages of a listing, from a page on. The next one is named in the `Link` header; there is no total. */
export async function* readPages<T>(
  client: JsonClient,
  path: string,
  schema: z.ZodType<T>,
  from = 1,
): AsyncIterable<T[]> {
  for (let page = from; ; page += 1) {
    const { body, hasNext } = await client.get(`${path}?per_page=${PAGE_SIZE}&page=${page}`, z.array(schema));
    yield body;
    if (!hasNext) return;
  }
}
