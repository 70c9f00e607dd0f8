import { useEffect } from "preact/hooks";
import type { Library } from "../../lib/worker/protocol";

/** Counts each opening of an article once it is read, and puts it among the recent ones. */
export function useNoteOpened(library: Library, articleId: string | null): void {
  useEffect(() => {
    if (articleId === null) return;
    // Neither is worth a word when it fails: the library logs why.
    library.countUsage({ type: "opened", articleId }).catch(() => undefined);
    library.noteOpened({ articleId }).catch(() => undefined);
  }, [library, articleId]);
}
