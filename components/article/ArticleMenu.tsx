import { Ellipsis, ExternalLink, FileText, Search } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { plainText } from "../article-body/plain-text";
import { Menu, type MenuEntry } from "../menu/Menu";
import { useCopy } from "../sidebar/use-copy";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { useBriefWords } from "./use-brief-words";

type ArticleMenuProps = {
  card: ArticleCard;
  /** The text on screen; null while it is not there. */
  body: HTMLElement | null;
  onFind(): void;
};

/** What is done with an article less often. */
export function ArticleMenu({ card, body, onFind }: ArticleMenuProps) {
  const { text, openUrl, announce } = useUi();
  const { noteUse } = usePanelModel();
  const { outcome, copy } = useCopy(() => noteUse(card.id, "answerCopied"));
  const { words, say } = useBriefWords();
  const { url } = card;
  const noAddress = url === null ? text.article.noAddress : null;
  const entries: MenuEntry[] = [
    { label: text.article.find, icon: Search, action: "find", shortcut: "s", onSelect: onFind },
    {
      ...{ label: text.article.copyText, icon: FileText, action: "copy-text", shortcut: "t" },
      onSelect: () => body && copy(`${card.title}\n\n${plainText(body)}`),
    },
    {
      ...{
        label: text.article.openInHelpCentre,
        icon: ExternalLink,
        action: "open-url",
        shortcut: "o",
        why: noAddress,
      },
      onSelect: () => {
        if (url !== null) openUrl(url);
        else {
          say(text.article.noAddress);
          announce(text.article.noAddress);
        }
      },
    },
  ];
  const hint = outcome ? text.copy[outcome] : words;
  return <Menu label={text.article.more} icon={Ellipsis} entries={entries} hint={hint} action="more" />;
}
