import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** On a suggestion of which a notice speaks, or that stands in an open situation too: so that nobody relies on it unread, or reads it twice. */
export function AlsoAbove({ articleId }: { articleId: string }) {
  const { text } = useUi();
  const { situations, notices } = usePanelModel();
  if (notices.view.value.notices.some((notice) => notice.articleId === articleId)) {
    return <span class="fact fact-due">{text.notice.speaksOf}</span>;
  }
  const name = situations.nameWith(articleId);
  if (name === null) return null;
  return (
    <span class="fact fact-above">
      <span class="fact-text">{text.situation.alsoAbove(name)}</span>
    </span>
  );
}
