/** How the background hears that the page-reader updates of the library may have changed, and copies them. */
import { browser } from "wxt/browser";
import type { PageReader } from "../contract/page-reader";
import { type PageReadersChanged, pageReadersChangedSchema } from "./messages";
import { keepPageReaders } from "./page-reader-store";

/**
 * For the background: a function that copies what `read` answers to where content scripts find it, one copy at a time,
 * so that the last one has the last word. It is called for every message of an extension page that they changed. It
 * rejects when `read` does.
 */
export function keepPageReadersUpToDate(read: () => Promise<PageReader[]>): () => Promise<void> {
  let queue: Promise<void> = Promise.resolve();
  const copy = () => {
    const copied = queue.then(async () => keepPageReaders(await read()));
    queue = copied.catch(() => undefined);
    return copied;
  };
  const ownPages = browser.runtime.getURL("/");
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const isOwn = sender.id === browser.runtime.id && sender.url?.startsWith(ownPages);
    if (isOwn && pageReadersChangedSchema.safeParse(message).success) {
      copy().catch((error: unknown) => console.error("Souffleur: page readers could not be copied", error));
    }
    return undefined;
  });
  return copy;
}

/** For an extension page: the library's updates may have changed, or another library is in use. Waits for no answer. */
export function tellPageReadersChanged(): void {
  const message: PageReadersChanged = { type: "pageReadersChanged" };
  // No background to hear it: the next alarm copies them as well.
  browser.runtime.sendMessage(message).catch(() => undefined);
}
