import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** On a suggestion that stands in an open situation too: so that nobody reads it twice. */
export function AlsoAbove({ articleId }: { articleId: string }) {
  const { text } = useUi();
  const name = usePanelModel().situations.nameWith(articleId);
  if (name === null) return null;
  return (
    <span class="fact fact-above">
      <span class="fact-text">{text.situation.alsoAbove(name)}</span>
    </span>
  );
}
