import { Newspaper } from "lucide-preact";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** One line: how many articles are new or changed, and the way to them; nothing when there is none. */
export function NewsLine() {
  const { text } = useUi();
  const { news, places } = usePanelModel();
  const count = news.count.value;
  if (count === 0) return null;
  return (
    <p class="news-line">
      <Newspaper size={14} aria-hidden="true" />
      <span class="news-line-text">{text.news.count(count)}</span>
      <button
        type="button"
        class="text-button"
        data-action="news"
        aria-label={text.news.showLabel}
        aria-keyshortcuts="v"
        title={`${text.news.showLabel} (v)`}
        onClick={() => places.go({ view: "news" })}
      >
        {text.news.show}
      </button>
    </p>
  );
}
