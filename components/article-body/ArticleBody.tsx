import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MatchedTerm } from "../../lib/worker/protocol";
import { useUi } from "../ui";
import { finishBody } from "./finish-body";
import { markWords } from "./mark-words";
import { chooseSanitizer } from "./sanitize";

type ArticleBodyProps = { bodyHtml: string; baseUrl: string | null; language: string; terms: MatchedTerm[] };

/** An article's text, sanitised here once more, whatever the server did. */
export function ArticleBody({ bodyHtml, baseUrl, language, terms }: ArticleBodyProps) {
  const { text } = useUi();
  const container = useRef<HTMLDivElement>(null);
  const [isBroken, setBroken] = useState(false);
  useLayoutEffect(() => {
    let isCurrent = true;
    let unmark: (() => void) | null = null;
    const show = async () => {
      const sanitize = await chooseSanitizer(window);
      if (!isCurrent || !container.current) return;
      container.current.replaceChildren(finishBody(sanitize(bodyHtml), baseUrl, text.article));
      const stems = terms.map((term) => term.term);
      unmark = markWords(container.current, stems, window);
    };
    setBroken(false);
    show().catch((cause: unknown) => {
      console.error(cause);
      if (isCurrent) setBroken(true);
    });
    return () => {
      isCurrent = false;
      unmark?.();
    };
  }, [bodyHtml, baseUrl, text, terms]);
  return (
    <>
      {isBroken && <p class="notice">{text.article.bodyFailed}</p>}
      <div ref={container} class="article-body" lang={language} hidden={isBroken} />
    </>
  );
}
