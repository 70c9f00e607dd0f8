import { MessageSquarePlus } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { linkWish } from "../state/reply-content";
import { useUi } from "../ui";
import { InsertButton } from "./InsertButton";

type InsertLinkButtonProps = {
  card: ArticleCard;
  /** Without a public address: stands there and says so, rather than be absent. */
  explainsAbsence?: boolean;
};

/** The place of an article's link: the card and the open article are one. */
export function linkPlace(articleId: string): string {
  return `${articleId}/link`;
}

/** Writes the article's link into the reply. */
export function InsertLinkButton({ card, explainsAbsence = false }: InsertLinkButtonProps) {
  const { text } = useUi();
  const wish = linkWish(card);
  if (wish === null && !explainsAbsence) return null;
  return (
    <InsertButton
      place={linkPlace(card.id)}
      action="insert-link"
      shortcut="i"
      label={text.insert.link}
      icon={MessageSquarePlus}
      wish={wish ?? text.insert.noAddress}
    />
  );
}
