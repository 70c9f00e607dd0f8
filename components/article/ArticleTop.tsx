import { ArrowLeft, ExternalLink } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { InsertLinkButton } from "../insert/InsertLinkButton";
import { QuoteButton } from "../insert/QuoteButton";
import { CopyLinkButton } from "../sidebar/CopyLinkButton";
import { FlagButton } from "../sidebar/FlagButton";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

type ArticleTopProps = {
  /** Null while the article is not at hand. */
  card: ArticleCard | null;
  /** What is selected in its text, empty when nothing is. */
  selectedText: string;
};

/** The way back, and what can be done with the article once it is read. */
export function ArticleTop({ card, selectedText }: ArticleTopProps) {
  const { text, openUrl } = useUi();
  const { places } = usePanelModel();
  const url = card?.url ?? null;
  return (
    <header class="panel-top article-top">
      <button type="button" class="button button-quiet" aria-keyshortcuts="Escape" onClick={places.back}>
        <ArrowLeft size={15} aria-hidden="true" />
        {text.article.back}
      </button>
      {card && (
        <div class="article-actions">
          {url !== null && (
            <button
              type="button"
              class="icon-button"
              aria-label={text.article.openInHelpCentre}
              title={text.article.openInHelpCentre}
              onClick={() => openUrl(url)}
            >
              <ExternalLink size={15} aria-hidden="true" />
            </button>
          )}
          <QuoteButton card={card} selectedText={selectedText} />
          <InsertLinkButton card={card} explainsAbsence />
          <CopyLinkButton card={card} />
          <FlagButton card={card} />
        </div>
      )}
    </header>
  );
}
