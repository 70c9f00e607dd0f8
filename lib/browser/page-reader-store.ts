/**
 * Page-reader updates as the content scripts find them: in local storage, which they can read and which tells of
 * changes. Nothing in them is secret. One writer: the background, from the library of the current connection.
 */
import { browser } from "wxt/browser";
import { type PageReader, pageReaderSchema } from "../contract/page-reader";
import { z } from "../contract/zod";

const KEY = "pageReaders";

const pageReadersSchema = z.array(pageReaderSchema);

/** Replaces what is stored. Readers are parsed here, so that content scripts, which have no parser, find nothing else. */
export async function keepPageReaders(readers: PageReader[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: pageReadersSchema.parse(readers) });
}
