/**
 * Page-reader updates as the content scripts find them: in local storage, which they can read and which tells of
 * changes. Nothing in them is secret. One writer: the background, from the library of the current connection.
 */
import { browser } from "wxt/browser";
import { type PageReader, pageReaderSchema } from "../contract/page-reader";
import { TRIAL_PREFIX } from "./page-reader-trials";
import { PAGE_READERS_KEY } from "./stored-page-reader";

/** The readers among `stored`; what an earlier version of the extension kept in another form is left out. */
function parseReaders(stored: unknown): PageReader[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((each: unknown) => {
    const parsed = pageReaderSchema.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Notes of readings by the updates of before say nothing of the new ones. */
async function forgetTrials(): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.remove(keys.filter((key) => key.startsWith(TRIAL_PREFIX)));
}

/**
 * Replaces what is stored, unless it is the same. Readers are parsed here, so that content scripts, which have no parser,
 * find nothing else. Calls have to follow one another.
 */
export async function keepPageReaders(readers: PageReader[]): Promise<void> {
  const wanted = parseReaders(readers);
  const known = (await browser.storage.local.get(PAGE_READERS_KEY))[PAGE_READERS_KEY];
  // Both went through the schema, which orders their keys: a browser may store them in another order.
  if (JSON.stringify(parseReaders(known)) === JSON.stringify(wanted)) return;
  await forgetTrials();
  await browser.storage.local.set({ [PAGE_READERS_KEY]: wanted });
}
