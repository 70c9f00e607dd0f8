import { Quote } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { quoteWish } from "../state/reply-content";
import { useUi } from "../ui";
import { InsertButton } from "./InsertButton";

/** The place of a quotation from an article. */
export function quotePlace(articleId: string): string {
  return `${articleId}/quote`;
}

/** Writes the selected words of the open article into the reply, with where they come from. */
export function QuoteButton({ card, selectedText }: { card: ArticleCard; selectedText: string }) {
  const { text } = useUi();
  return (
    <InsertButton
      place={quotePlace(card.id)}
      action="quote"
      shortcut="q"
      label={text.insert.quote}
      icon={Quote}
      wish={selectedText === "" ? text.insert.quoteNothing : quoteWish(card, selectedText)}
    />
  );
}
