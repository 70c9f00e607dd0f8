import type { PageReader, PageReadingUpdate } from "../../lib/contract/page-reader";

/** A reading with one way to the subject. */
export function subjectBy(selector: string): PageReadingUpdate {
  return { subject: [{ name: "new-header", lastSeen: "2026-11", selector, read: "value" }] };
}

/** A Zendesk update; a test says only what it is about. */
export function pageReader(overrides: Partial<PageReader> = {}): PageReader {
  return {
    helpdesk: "zendesk",
    version: 1,
    updatedAt: "2026-11-02T09:00:00.000Z",
    reading: subjectBy("#subject"),
    ...overrides,
  };
}
