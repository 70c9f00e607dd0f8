import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { ArticleState } from "../../lib/contract/article-states";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { areColumnsInReach } from "./reach";
import { lagOf } from "./to-summary";

const { id, language, title, version, sourceVersion, translationOf } = articles;
const RELATED = { id, language, title, version, sourceVersion, translationOf };

/** Versions of those of the articles that the agent may know of, by their ids. */
export async function readVersionsOf(tx: Database, agent: Agent, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id, version })
    .from(articles)
    .where(and(inArray(id, [...ids]), isKnownTo(agent)));
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** The source of an article and the other translations of it, or its own translations, as far as the agent may know them. */
export async function readTranslations(
  tx: Database,
  agent: Agent,
  article: { id: string; translationOf: string | null },
): Promise<Pick<ArticleState, "translates" | "translations">> {
  const sourceId = article.translationOf ?? article.id;
  const [source] = await tx
    .select(RELATED)
    .from(articles)
    .where(and(eq(id, sourceId), isKnownTo(agent)));
  const rows = await tx
    .select(RELATED)
    .from(articles)
    .where(and(eq(translationOf, sourceId), ne(id, article.id), isKnownTo(agent)))
    .orderBy(asc(language), asc(id));
  const translations = rows.map((row) => toRelated(row, lagOf(row.sourceVersion, source?.version ?? null)));
  return { translates: article.translationOf && source ? toRelated(source, null) : null, translations };
}

type RelatedRow = { id: string; language: string; title: string; version: number; sourceVersion: number | null };

function toRelated({ version: publishedVersion, ...row }: RelatedRow, lag: number | null) {
  const { id, language, title, sourceVersion } = row;
  return { id, language, title, sourceVersion, publishedVersion, lag };
}

function isKnownTo(agent: Agent) {
  const isVisible = agent.role === "agent" ? articles.isPublished : undefined;
  return and(isNull(articles.deletedAt), areColumnsInReach(agent, articles), isVisible);
}
