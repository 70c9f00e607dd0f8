import type { ArticleDetail } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import type { OpenArticle } from "../state/places";
import { useUi } from "../ui";

type LanguageSwitchProps = { detail: ArticleDetail; open: OpenArticle };

/** The same matter in other languages; nothing when there is none. */
export function LanguageSwitch({ detail, open }: LanguageSwitchProps) {
  const { text, formats } = useUi();
  const { places } = usePanelModel();
  if (detail.otherLanguages.length === 0) return null;
  return (
    <p class="language-switch">
      <span>{text.article.otherLanguages}</span>
      {detail.otherLanguages.map((other) => (
        <button
          key={other.id}
          type="button"
          class="chip chip-choice"
          title={other.title}
          onClick={() => places.replace({ view: "article", ...open, articleId: other.id })}
        >
          {formats.languageName(other.language)}
        </button>
      ))}
    </p>
  );
}
