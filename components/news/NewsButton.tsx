import { Newspaper } from "lucide-preact";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** In the status line: how many articles are news, from wherever the agent is. */
export function NewsButton() {
  const { text, formats } = useUi();
  const { news, places } = usePanelModel();
  const count = news.count.value;
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="icon-button news-button"
      data-action="news-count"
      aria-label={text.news.count(count)}
      aria-keyshortcuts="v"
      title={`${text.news.count(count)} (v)`}
      onClick={() => places.go({ view: "news" })}
    >
      <Newspaper size={14} aria-hidden="true" />
      <span aria-hidden="true">{formats.number(count)}</span>
    </button>
  );
}
