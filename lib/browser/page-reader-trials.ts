/**
 * Notes of readings that pages have begun by an update, in local storage. One key for each page, so that pages which begin
 * together do not take back each other's. A note that stays behind means that its page came to no end.
 */
import { browser } from "wxt/browser";
import type { PageReader } from "../contract/page-reader";

/** What the keys of all notes begin with. */
export const TRIAL_PREFIX = "pageReaderTrial:";

type Note = Pick<PageReader, "helpdesk" | "version" | "updatedAt"> & { startedAtMs: number };

/** Pages take their notes back within 5 s; a younger note may be of one that is still at it. */
const UNFINISHED_AFTER_MS = 10_000;

/** A browser that ends at the wrong moment leaves a note as well: after a day the update gets another try. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1_000;

function isOf({ helpdesk, version, updatedAt }: PageReader, note: Note): boolean {
  return note.helpdesk === helpdesk && note.version === version && note.updatedAt === updatedAt;
}

/** Whether a page began to read by the update and came to no end. `nowMs` is the wall clock's. Rejects when storage does. */
export async function hasUnfinishedTrial(update: PageReader, nowMs: number): Promise<boolean> {
  const stored = await browser.storage.local.get(null);
  return Object.entries(stored).some(([key, note]) => {
    if (!key.startsWith(TRIAL_PREFIX) || !isOf(update, note as Note)) return false;
    const ageMs = nowMs - (note as Note).startedAtMs;
    return ageMs > UNFINISHED_AFTER_MS && ageMs < FORGOTTEN_AFTER_MS;
  });
}

/** One page's note. `nowMs` is the wall clock, which all pages share. `end` never throws. */
export function createTrialNotes(nowMs: () => number) {
  const key = TRIAL_PREFIX + crypto.randomUUID();
  return {
    async begin({ helpdesk, version, updatedAt }: PageReader): Promise<void> {
      const note: Note = { helpdesk, version, updatedAt, startedAtMs: nowMs() };
      await browser.storage.local.set({ [key]: note });
    },
    end(): void {
      try {
        browser.storage.local.remove(key).catch(() => undefined);
      } catch {
        // The extension was updated under this page: the note is forgotten with time.
      }
    },
  };
}
