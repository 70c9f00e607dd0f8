import { BookOpen, CircleQuestionMark, ListChecks, Lock, type LucideIcon, Scale, Wrench } from "lucide-preact";
import type { ArticleKind } from "../../lib/contract/article";
import type { ArticleCard } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { PinButton } from "./PinButton";

const KIND_ICONS: Record<ArticleKind, LucideIcon> = {
  "how-to": ListChecks,
  troubleshooting: Wrench,
  policy: Scale,
  faq: CircleQuestionMark,
  reference: BookOpen,
};

type ShelfRowProps = {
  card: ArticleCard;
  /** Tells the rows of an article in two lists apart. */
  list: string;
};

/** An article on one line: its title and what it is. */
export function ShelfRow({ card, list }: ShelfRowProps) {
  const { text } = useUi();
  const { open } = usePanelModel();
  const Icon = KIND_ICONS[card.kind];
  const rowId = `${list} ${card.id}`;
  return (
    <li class="row" data-row={rowId}>
      <span class="row-kind" title={text.card.kinds[card.kind]}>
        <Icon size={14} aria-hidden="true" />
        <span class="visually-hidden">{text.card.kinds[card.kind]}</span>
      </span>
      <button
        type="button"
        class="row-open"
        data-action="open"
        lang={card.language}
        title={card.title}
        onClick={() => open({ articleId: card.id, cardId: rowId, terms: [] })}
      >
        {card.title}
      </button>
      {card.audience === "internal" && (
        <span class="row-internal" title={text.card.audienceHints.internal}>
          <Lock size={12} aria-hidden="true" />
          <span class="visually-hidden">{text.card.audiences.internal}</span>
        </span>
      )}
      <PinButton card={card} size={14} />
    </li>
  );
}
