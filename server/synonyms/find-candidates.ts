import { setImmediate } from "node:timers/promises";
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { SynonymCandidate } from "../../lib/contract/synonym";
import type { Agent } from "../agents/agent";
import { isReadableBy } from "../articles/access";
import type { Database } from "../db/database";
import { articles, type SharedTermsRow, sharedTerms } from "../db/schema";
import { listSynonymSets } from "./list-synonym-sets";
import { pairTerms, type TaughtArticle, type TermPair } from "./pair-terms";
import { foldWord, spellTerm } from "./spell-term";

/** Most candidates one call answers, and how many when not said. */
export const MAX_CANDIDATES = 100;
export const DEFAULT_CANDIDATES = 20;

/** Articles read, those of most tickets first: enough for every pair worth a look, and a bound on the work. */
const ARTICLES_READ = 2_000;
const ARTICLES_AT_ONCE = 100;

/** Terms read of each article, heaviest first: function words and pairs of words stand before many that matter. */
const TERMS_READ = 200;

/** Articles read for the spelling of a pair's words. */
const TEXTS_PER_PAIR = 3;

/** `reader` null: whoever has the database at hand, who may read everything. */
type Search = { db: Database; reader: Agent | null; limit: number };

/**
 * Pairs of words that the team taught for the same articles, likeliest synonyms first, for a person to judge. Only
 * articles the reader may read count, and only terms of enough agents. Pairs that are synonyms already are left out.
 */
export async function findSynonymCandidates({ db, reader, limit }: Search): Promise<SynonymCandidate[]> {
  const taught = await readTaught(db, reader);
  const sets = (await listSynonymSets(db)).map(({ phrases }) => phrases.map(foldWord));
  const isKnown = ({ terms }: TermPair) =>
    sets.some((phrases) => terms.every((term) => phrases.some((phrase) => phrase.startsWith(term))));
  // Some more than wanted, since those that are known go.
  const pairs = pairTerms(taught, limit + MAX_CANDIDATES).filter((pair) => !isKnown(pair));
  const chosen = pairs.slice(0, limit);
  const texts = await readTexts(db, chosen);
  return chosen.map((pair) => toCandidate(pair, texts));
}

async function readTaught(db: Database, reader: Agent | null): Promise<TaughtArticle[]> {
  const rows = await db
    .select({ articleId: sharedTerms.articleId })
    .from(sharedTerms)
    .innerJoin(articles, eq(articles.id, sharedTerms.articleId))
    .where(and(isNull(sharedTerms.deletedAt), isLivingFor(reader)))
    .orderBy(desc(sharedTerms.tickets), asc(sharedTerms.articleId))
    .limit(ARTICLES_READ);
  const taught: TaughtArticle[] = [];
  // In parts, with a turn for other requests in between, which the built-in database does not give by itself.
  for (let at = 0; at < rows.length; at += ARTICLES_AT_ONCE) {
    const ids = rows.slice(at, at + ARTICLES_AT_ONCE).map(({ articleId }) => articleId);
    taught.push(...(await readTerms(db, ids)));
    await setImmediate();
  }
  return taught;
}

async function readTerms(db: Database, articleIds: readonly string[]): Promise<TaughtArticle[]> {
  const terms = sql<SharedTermsRow["terms"]>`jsonb_path_query_array(${sharedTerms.terms}, ${heaviest()}::jsonpath)`;
  const rows = await db
    .select({ articleId: sharedTerms.articleId, terms })
    .from(sharedTerms)
    .where(inArray(sharedTerms.articleId, [...articleIds]))
    .orderBy(asc(sharedTerms.articleId));
  return rows.map((row) => {
    const words = row.terms.filter(({ term }) => !term.includes(" "));
    return { articleId: row.articleId, agentsByTerm: new Map(words.map(({ term, agents }) => [term, agents])) };
  });
}

function isLivingFor(reader: Agent | null): SQL | undefined {
  return reader ? isReadableBy(reader) : isNull(articles.deletedAt);
}

/** They are stored heaviest first. */
function heaviest(): string {
  return `$[0 to ${TERMS_READ - 1}]`;
}

type Text = { language: string; text: string };

async function readTexts(db: Database, pairs: readonly TermPair[]): Promise<Map<string, Text>> {
  const ids = [...new Set(pairs.flatMap(({ articleIds }) => articleIds.slice(0, TEXTS_PER_PAIR)))];
  const { id, language, title, sections } = articles;
  const rows = await db.select({ id, language, title, sections }).from(articles).where(inArray(id, ids));
  return new Map(
    rows.map((row) => {
      const parts = row.sections.flatMap((section) => [section.heading, section.text]);
      return [row.id, { language: row.language, text: [row.title, ...parts].join("\n") }];
    }),
  );
}

function toCandidate({ terms, articleIds, agents, score }: TermPair, texts: ReadonlyMap<string, Text>) {
  const read = articleIds.flatMap((id) => texts.get(id) ?? []);
  const languages = new Set(read.map(({ language }) => language.split("-")[0] ?? language));
  const language = languages.size === 1 ? ([...languages][0] ?? null) : null;
  const spell = (term: string) =>
    spellTerm(
      term,
      read.map(({ text }) => text),
    );
  const words: SynonymCandidate["words"] = [spell(terms[0]), spell(terms[1])];
  return { terms, words, language, articles: articleIds.length, agents, score };
}
