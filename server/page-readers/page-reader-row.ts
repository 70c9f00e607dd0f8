import type { PageReader } from "../../lib/contract/page-reader";
import type { PageReaderRow } from "../db/schema";

/** The page reader as the API sends it. */
export function toPageReader({ helpdesk, version, updatedAt, reading }: PageReaderRow): PageReader {
  return { helpdesk, version, updatedAt: updatedAt.toISOString(), reading };
}
