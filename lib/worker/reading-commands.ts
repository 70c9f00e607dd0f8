import type { Article } from "../contract/article";
import { readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import { noteRating } from "../db/ratings";
import type { LibraryIndex } from "../library-index/library-index";
import { type Contradiction, contradictionFinder, findTranslationContradictions } from "../reading/disagreements";
import { neighboursOf, relatedTo } from "../reading/related";
import type { Cards } from "./article-cards";
import type { Learning } from "./learning-commands";
import { localDayOf } from "./local-day";
import type { ArticleCard } from "./protocol";
import type { OutboxCommands } from "./protocol/outbox";
import type { Disagreement, ReadingCommands } from "./protocol/reading";

type ReadingOptions = {
  database: LibraryDatabase;
  index: LibraryIndex;
  cards: Cards;
  learning: Learning;
  countUsage: OutboxCommands["countUsage"];
  nowMs: () => number;
  whenLoaded: () => Promise<void>;
};

const MOST_RELATED = 5;
const MOST_DISAGREEMENTS = 3;

/** How many articles are read to find what contradicts one: the nearest in its language, and its translations. */
const COMPARED = { neighbours: 9, translations: 3 } as const;

/** The commands on an article that is being read. */
export function createReadingCommands(options: ReadingOptions): ReadingCommands {
  const { database, index, cards, learning, countUsage, nowMs, whenLoaded } = options;

  async function cardsOf(ids: string[]): Promise<ArticleCard[]> {
    const hits = [...new Set(ids)].map((id) => ({ id, score: 0, passage: null, matchedTerms: [] }));
    return (await cards.suggestions(hits)).map(({ card }) => card);
  }

  function contradictionsOf(own: Article, others: Article[]): (Contradiction & { otherId: string })[] {
    const findIn = contradictionFinder(own);
    const found = others.flatMap((other) => {
      const isSameLanguage = index.get(other.id)?.language === index.get(own.id)?.language;
      const contradictions = isSameLanguage ? findIn(other) : translated(own, other);
      return contradictions.map((contradiction) => ({ ...contradiction, otherId: other.id }));
    });
    return found.sort((a, b) => b.sureness - a.sureness).slice(0, MOST_DISAGREEMENTS);
  }

  return {
    async relatedArticles({ id }) {
      await whenLoaded();
      return cardsOf(relatedTo(index, id, MOST_RELATED).map((article) => article.id));
    },
    async findDisagreements({ id }) {
      await whenLoaded();
      const neighbours = neighboursOf(index, id, COMPARED.neighbours).map(({ article }) => article.id);
      const translations = index.translationsOf(id).map((other) => other.id);
      const ids = [...neighbours, ...translations.slice(0, COMPARED.translations)];
      const [own, ...others] = await readArticles(database, [id, ...ids]);
      if (own?.id !== id) return [];
      const found = contradictionsOf(own, others);
      const shown = new Map((await cardsOf(found.map(({ otherId }) => otherId))).map((card) => [card.id, card]));
      return found.flatMap(({ own: mine, other, otherId }): Disagreement[] => {
        const card = shown.get(otherId);
        return card ? [{ kind: mine.kind, own: said(mine), other: { card, ...said(other) } }] : [];
      });
    },
    async rateArticle({ articleId, isHelpful, ticket }) {
      const word = isHelpful ? "helpful" : "notHelpful";
      const isNew = await noteRating(database, { articleId, day: localDayOf(nowMs()), word });
      if (isNew) await countUsage({ type: word, articleId });
      if (isHelpful && ticket) await learning.commands.teach({ ticket, articleId, signal: "helpful" });
    },
  };
}

/** A translation that follows an earlier version of its source is known to differ, and says so itself. */
function translated(own: Article, other: Article): Contradiction[] {
  const isBehind = (one: Article, source: Article) =>
    one.translationOf === source.id && one.sourceVersion !== null && one.sourceVersion < source.version;
  return isBehind(own, other) || isBehind(other, own) ? [] : findTranslationContradictions(own, other);
}

function said({ value, sentence }: Contradiction["own"]): { value: string; sentence: string } {
  return { value, sentence };
}
