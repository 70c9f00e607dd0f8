import { RefreshCw } from "lucide-preact";
import type { NoticeView } from "../../lib/worker/protocol/notices";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { FoldedText } from "./FoldedText";
import { becauseWording } from "./notice-wording";

/** What a notice says: what changed, under which condition, the article to read on in, and why it stands here. */
export function NoticeText({ notice, titleId }: { notice: NoticeView; titleId: string }) {
  const { text, formats } = useUi();
  const { whatChanged, condition, isChanged, isAcknowledged, isMuted, articleId, articleTitle } = notice;
  const hasArticle = articleId !== null && articleTitle !== null;
  const lang = notice.language ?? undefined;
  return (
    <>
      {isChanged && !isAcknowledged && !isMuted && (
        <p class="team-notice-changed">
          <RefreshCw size={12} aria-hidden="true" />
          {text.notice.changed}
        </p>
      )}
      <FoldedText
        titleId={titleId}
        last={becauseWording(notice, text, formats)}
        beside={hasArticle ? <NoticeArticle notice={notice} /> : undefined}
      >
        {whatChanged !== "" && <p lang={lang}>{whatChanged}</p>}
        {condition !== "" && (
          <p class="team-notice-condition">
            <strong>{text.notice.condition}</strong> <span lang={lang}>{condition}</span>
          </p>
        )}
      </FoldedText>
    </>
  );
}

/** The article a notice names; nothing when it names none, or one that is not in the library. */
function NoticeArticle({ notice: { id, articleId, articleTitle } }: { notice: NoticeView }) {
  const { open } = usePanelModel();
  if (articleId === null || articleTitle === null) return null;
  const cardId = `notice/${id}`;
  return (
    <p class="team-notice-article" data-card={cardId}>
      <button
        type="button"
        class="link-button"
        title={articleTitle}
        data-action="open"
        onClick={() => open({ articleId, cardId, terms: [] })}
      >
        {articleTitle}
      </button>
    </p>
  );
}
