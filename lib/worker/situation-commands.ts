import type { Article } from "../contract/article";
import type { Situation, SituationArticle } from "../contract/situation";
import { readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import { readSituations } from "../db/situations";
import type { LibraryIndex } from "../library-index/library-index";
import type { RecognisedSituation } from "../ranking/situations";
import { recogniseInTicket } from "../ranking/ticket-situations";
import { primaryLanguage } from "../text/languages";
import type { Cards } from "./article-cards";
import type { SituationBlock, SituationCommands, SituationPart } from "./protocol/situations";
import type { TeamVocabulary } from "./team-vocabulary";

type SituationOptions = {
  database: LibraryDatabase;
  vocabulary: TeamVocabulary;
  index: LibraryIndex;
  cards: Cards;
  whenLoaded: () => Promise<void>;
};

const MAX_BLOCKS = 2;
const MAX_EXCERPT_LENGTH = 220;

/** A single word, said once, stays below this. */
const LIKELY_STRENGTH = 0.5;

/** The commands on customer situations. */
export function createSituationCommands(options: SituationOptions): SituationCommands {
  const { database, vocabulary, index, cards, whenLoaded } = options;

  /** The same matter in the customer's language, where the library has it. */
  function inLanguageOf(languages: string[], articleId: string): string {
    const own = index.get(articleId);
    if (!own || languages.length === 0 || languages.includes(primaryLanguage(own.language))) return articleId;
    const better = index
      .translationsOf(articleId)
      .find(({ language }) => languages.includes(primaryLanguage(language)));
    return better?.id ?? articleId;
  }

  async function readParts(articles: SituationArticle[], languages: string[]): Promise<SituationPart[]> {
    const roles = new Map<string, SituationArticle["role"]>();
    for (const { articleId, role } of articles) {
      const id = inLanguageOf(languages, articleId);
      if (!roles.has(id)) roles.set(id, role);
    }
    const ids = [...roles.keys()];
    const [suggestions, rows] = await Promise.all([
      cards.suggestions(ids.map((id) => ({ id, score: 0, passage: null, matchedTerms: [] }))),
      readArticles(database, ids),
    ]);
    const byId = new Map(rows.map((article) => [article.id, article]));
    return suggestions.flatMap(({ card }) => {
      const [role, article] = [roles.get(card.id), byId.get(card.id)];
      return role && article ? [{ role, card, excerpt: excerptOf(article), replyText: article.replyText }] : [];
    });
  }

  async function readBlock(
    { name, cues, strength }: RecognisedSituation,
    situations: Situation[],
    languages: string[],
  ): Promise<SituationBlock[]> {
    const named = situations.filter((situation) => situation.name === name);
    for (const { id, articles } of named.sort((a, b) => rankOf(a, languages) - rankOf(b, languages))) {
      const parts = await readParts(articles, languages);
      if (parts.length > 0) return [{ id, name, matchedCues: cues, isLikely: strength >= LIKELY_STRENGTH, parts }];
    }
    return [];
  }

  return {
    async situationsFor({ ticket }) {
      const situations = await readSituations(database);
      if (!situations.some(({ articles }) => articles.length > 0)) return [];
      await whenLoaded();
      const known = new Set(situations.flatMap(({ language }) => (language === null ? [] : primaryLanguage(language))));
      const words = (await vocabulary.current()).situations;
      const { recognised, languages } = recogniseInTicket(ticket, words, [...known]);
      const blocks = await Promise.all(recognised.map((found) => readBlock(found, situations, languages)));
      return blocks.flat().slice(0, MAX_BLOCKS);
    },
  };
}

/** Of one name, the situation in the customer's language first, then one for any language. */
function rankOf({ language }: Situation, languages: string[]): number {
  if (language === null) return 1;
  return languages.includes(primaryLanguage(language)) ? 0 : 2;
}

/** The summary, or else the beginning of the text; cut between words. */
function excerptOf({ summary, sections }: Article): string {
  const text = [summary, ...sections.map((section) => section.text)].find((each) => each.trim() !== "") ?? "";
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= MAX_EXCERPT_LENGTH) return line;
  const cut = line.slice(0, MAX_EXCERPT_LENGTH);
  const lastSpace = cut.lastIndexOf(" ");
  return `${lastSpace > 0 ? cut.slice(0, lastSpace) : cut}…`;
}
