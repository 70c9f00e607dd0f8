import { useEffect, useState } from "preact/hooks";
import type { ArticleDetail, Library } from "../../lib/worker/protocol";
import type { Disagreement } from "../../lib/worker/protocol/reading";

/** Longer than this the text does not wait: what is found later stands below it, so that nothing moves under the eye. */
const PATIENCE_MS = 150;

export type Disagreements = {
  found: readonly Disagreement[];
  /** `asked`: the text waits a moment. `late`: the answer came, or will come, after the text. */
  state: "asked" | "early" | "late";
};

/** Asks what contradicts the article that is shown; a failure is no finding. */
export function useDisagreements(library: Library, detail: ArticleDetail | null): Disagreements {
  const [known, setKnown] = useState<{ detail: ArticleDetail; answer: Disagreements } | null>(null);
  useEffect(() => {
    if (!detail) return;
    let isCurrent = true;
    let isLate = false;
    const tell = (found: Disagreement[], state: "early" | "late") => {
      if (isCurrent) setKnown({ detail, answer: { found, state } });
    };
    const timer = setTimeout(() => {
      isLate = true;
      tell([], "late");
    }, PATIENCE_MS);
    library
      .findDisagreements({ id: detail.card.id })
      .then(
        (found) => tell(found, isLate ? "late" : "early"),
        () => tell([], isLate ? "late" : "early"),
      )
      .finally(() => clearTimeout(timer));
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [library, detail]);
  if (known?.detail === detail && known) return known.answer;
  // Read again: what was found before stays until the new answer.
  const isSameArticle = known !== null && detail !== null && known.detail.card.id === detail.card.id;
  return isSameArticle ? known.answer : { found: [], state: "asked" };
}
