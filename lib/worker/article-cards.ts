import type { Article } from "../contract/article";
import { readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import type { LibraryIndex } from "../library-index/library-index";
import { versionsBehind } from "../ranking/rank-articles";
import type { Hit } from "../ranking/suggest-articles";
import { readFlagStates } from "./flag-states";
import type { ArticleCard, ArticleDetail, FlagState, Suggestion, TranslationState } from "./protocol";

export type Cards = {
  /** Hits with what a list shows of each; hits whose article has gone meanwhile are left out. */
  suggestions(hits: Hit[]): Promise<Suggestion[]>;
  /** One whole article; null when it is not in the library. */
  detail(id: string): Promise<ArticleDetail | null>;
};

/** The newest of this agent's flags on each article. */
function newestFlags(flags: FlagState[]): Map<string, FlagState> {
  return new Map(flags.map((flag): [string, FlagState] => [flag.articleId, flag]).reverse());
}

/** Makes what the screen shows of articles out of rows, index and outbox. */
export function createCards(database: LibraryDatabase, index: LibraryIndex): Cards {
  function translationState(article: Article): TranslationState | null {
    const indexed = index.get(article.id);
    const source = article.translationOf === null ? undefined : index.get(article.translationOf);
    if (!indexed || !source) return null;
    return { sourceId: source.id, sourceLanguage: source.language, versionsBehind: versionsBehind(index, indexed) };
  }

  function card(article: Article, flag: FlagState | undefined): ArticleCard {
    const { id, title, summary, language, kind, audience, category, owner, url, version } = article;
    const { updatedAt, verifiedAt, verifiedBy, verifyEveryDays, openFlags } = article;
    return {
      ...{ id, title, summary, language, kind, audience, category, owner, url, version },
      ...{ updatedAt, verifiedAt, verifiedBy, verifyEveryDays, openFlags },
      translation: translationState(article),
      hasReply: article.replyText !== null,
      flag: flag ?? null,
    };
  }

  return {
    async suggestions(hits) {
      const articles = await readArticles(
        database,
        hits.map((hit) => hit.id),
      );
      const flags = newestFlags(await readFlagStates(database));
      const byId = new Map(articles.map((article) => [article.id, article]));
      return hits.flatMap(({ id, ...hit }) => {
        const article = byId.get(id);
        return article ? [{ ...hit, card: card(article, flags.get(id)) }] : [];
      });
    },
    async detail(id) {
      const [article] = await readArticles(database, [id]);
      if (!article) return null;
      const flag = newestFlags(await readFlagStates(database)).get(id);
      const { bodyHtml, replyText, escalation, tags, expiresAt } = article;
      const others = index.translationsOf(id);
      const otherLanguages = others.map((other) => ({ id: other.id, language: other.language, title: other.title }));
      return { card: card(article, flag), bodyHtml, replyText, escalation, tags, expiresAt, otherLanguages };
    },
  };
}
