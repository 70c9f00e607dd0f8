import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useUi } from "../ui";
import { addCopyPieces } from "./copy-pieces";
import { finishBody } from "./finish-body";
import { chooseSanitizer } from "./sanitize";
import { followWideTables } from "./wide-tables";

type ArticleBodyProps = {
  bodyHtml: string;
  baseUrl: string | null;
  language: string;
  /** Hears of the element with the text once it is shown, again when the text was replaced, and null when it goes. */
  onShown(body: HTMLElement | null): void;
};

/** An article's text, sanitised here once more, whatever the server did. */
export function ArticleBody({ bodyHtml, baseUrl, language, onShown }: ArticleBodyProps) {
  const ui = useUi();
  const { text, showsImages } = ui;
  const container = useRef<HTMLDivElement>(null);
  const [isBroken, setBroken] = useState(false);
  useLayoutEffect(() => {
    let isCurrent = true;
    const endings: (() => void)[] = [];
    const show = async () => {
      const sanitize = await chooseSanitizer(window);
      const body = container.current;
      if (!isCurrent || !body) return;
      body.replaceChildren(finishBody(sanitize(bodyHtml), baseUrl, text.article, showsImages));
      endings.push(addCopyPieces(body, ui), followWideTables(body, text.article.table, window));
      onShown(body);
    };
    setBroken(false);
    show().catch((cause: unknown) => {
      console.error(cause);
      if (isCurrent) setBroken(true);
    });
    return () => {
      isCurrent = false;
      for (const end of endings) end();
      onShown(null);
    };
  }, [bodyHtml, baseUrl, ui, text, showsImages, onShown]);
  return (
    <>
      {isBroken && <p class="notice">{text.article.bodyFailed}</p>}
      <div ref={container} class="article-body" lang={language} hidden={isBroken} />
    </>
  );
}
