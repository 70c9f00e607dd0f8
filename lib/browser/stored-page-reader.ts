/** The content scripts' side of `page-reader-store.ts`, without its parser: what is stored was parsed before. */
import { browser } from "wxt/browser";
import type { PageReader } from "../contract/page-reader";
import type { Helpdesk } from "../ticket";
import { hasUnfinishedTrial } from "./page-reader-trials";

/** Where they are kept in local storage. */
export const PAGE_READERS_KEY = "pageReaders";

/** An update, and whether a page began to read by it and did not come to an end. */
export type TriedPageReader = { update: PageReader; isUnfinished: boolean };

function readerFor(helpdesk: Helpdesk, stored: unknown): PageReader | null {
  if (!Array.isArray(stored)) return null;
  return (stored as PageReader[]).find((reader) => reader.helpdesk === helpdesk) ?? null;
}

/** The stored update for a helpdesk; null when there is none or storage cannot be read. */
export async function readStoredPageReader(helpdesk: Helpdesk): Promise<PageReader | null> {
  try {
    return readerFor(helpdesk, (await browser.storage.local.get(PAGE_READERS_KEY))[PAGE_READERS_KEY]);
  } catch {
    // The extension was updated under this page, or storage is broken: the bundled reader goes on.
    return null;
  }
}

/** The same with what is known of its trials; `nowMs` is the wall clock's. */
export async function readTriedPageReader(helpdesk: Helpdesk, nowMs: number): Promise<TriedPageReader | null> {
  const update = await readStoredPageReader(helpdesk);
  return update && { update, isUnfinished: await hasUnfinishedTrial(update, nowMs) };
}

/** Calls back with the update for a helpdesk, or null, whenever what is stored has changed, until `signal` aborts. */
export function onStoredPageReader(
  helpdesk: Helpdesk,
  listener: (reader: PageReader | null) => void,
  signal: AbortSignal,
): void {
  const hear = (changes: Record<string, { newValue?: unknown }>) => {
    if (PAGE_READERS_KEY in changes) listener(readerFor(helpdesk, changes[PAGE_READERS_KEY]?.newValue));
  };
  const { onChanged } = browser.storage.local;
  onChanged.addListener(hear);
  const stopHearing = () => {
    try {
      onChanged.removeListener(hear);
    } catch {
      // With the extension gone from under the page nothing is heard anyway.
    }
  };
  signal.addEventListener("abort", stopHearing, { once: true });
}
