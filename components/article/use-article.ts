import { useCallback, useEffect, useState } from "preact/hooks";
import type { ArticleDetail, Library } from "../../lib/worker/protocol";

export type ArticleReading =
  | { state: "loading" }
  | { state: "missing" }
  | { state: "failed" }
  | { state: "read"; detail: ArticleDetail };

/** Reads an article and reads it again when it changes; the old text stays until the new one is there. */
export function useArticle(library: Library, articleId: string): { reading: ArticleReading; readAgain(): void } {
  const [shown, setShown] = useState<{ articleId: string; reading: ArticleReading } | null>(null);
  const [round, setRound] = useState(0);
  const readAgain = useCallback(() => setRound((before) => before + 1), []);

  // `round` only counts the wish to read again.
  useEffect(() => {
    let isCurrent = true;
    const settle = (reading: ArticleReading) => {
      if (isCurrent) setShown({ articleId, reading });
    };
    library.readArticle({ id: articleId }).then(
      (detail) => settle(detail ? { state: "read", detail } : { state: "missing" }),
      () => settle({ state: "failed" }),
    );
    return () => {
      isCurrent = false;
    };
  }, [library, articleId, round]);

  useEffect(
    () =>
      library.on("articlesChanged", ({ ids }) => {
        if (ids.includes(articleId)) readAgain();
      }),
    [library, articleId, readAgain],
  );

  const reading: ArticleReading = shown?.articleId === articleId ? shown.reading : { state: "loading" };
  return { reading, readAgain };
}
