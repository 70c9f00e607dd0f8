import { RefreshCw } from "lucide-preact";
import type { NoticeView } from "../../lib/worker/protocol/notices";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { FoldedText } from "./FoldedText";

/** What a notice says: what changed, under which condition, and the article to read on in. */
export function NoticeText({ notice, titleId }: { notice: NoticeView; titleId: string }) {
  const { text } = useUi();
  const { open } = usePanelModel();
  const { id, whatChanged, condition, articleId, articleTitle, isChanged } = notice;
  const lang = notice.language ?? undefined;
  const cardId = `notice/${id}`;
  return (
    <>
      {isChanged && (
        <p class="team-notice-changed">
          <RefreshCw size={12} aria-hidden="true" />
          {text.notice.changed}
        </p>
      )}
      {(whatChanged !== "" || condition !== "") && (
        <FoldedText titleId={titleId}>
          {whatChanged !== "" && <p lang={lang}>{whatChanged}</p>}
          {condition !== "" && (
            <p class="team-notice-condition">
              <strong>{text.notice.condition}</strong> <span lang={lang}>{condition}</span>
            </p>
          )}
        </FoldedText>
      )}
      {articleId !== null && articleTitle !== null && (
        <p class="team-notice-article" data-card={cardId}>
          <button
            type="button"
            class="link-button"
            data-action="open"
            onClick={() => open({ articleId, cardId, terms: [] })}
          >
            {articleTitle}
          </button>
        </p>
      )}
    </>
  );
}
