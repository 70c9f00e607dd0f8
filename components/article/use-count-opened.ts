import { useEffect } from "preact/hooks";
import type { Library } from "../../lib/worker/protocol";

/** Counts each opening of an article, once it is read. */
export function useCountOpened(library: Library, articleId: string | null): void {
  useEffect(() => {
    if (articleId === null) return;
    // A count that is lost is worth no word: the library logs why.
    library.countUsage({ type: "opened", articleId }).catch(() => undefined);
  }, [library, articleId]);
}
