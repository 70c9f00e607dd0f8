import type { ManagedSituation, Situation } from "../../lib/contract/situation";
import type { SituationRow } from "../db/schema";
import type { SituationContent } from "./write-situation";

/** The situation as the API sends it. `known`: ids of the articles its reader may hear of; all when not given. */
export function toSituation(
  { id, name, cues, language, articles }: SituationRow,
  known: ReadonlySet<string> | null = null,
): Situation {
  const told = known === null ? articles : articles.filter(({ articleId }) => known.has(articleId));
  return { id, name, cues, language, articles: told };
}

/** The situation as managers see it. */
export function toManagedSituation(row: SituationRow, known: ReadonlySet<string>): ManagedSituation {
  const { groups, version, updatedBy } = row;
  const updatedAt = row.updatedAt?.toISOString() ?? null;
  return { ...toSituation(row, known), groups, version, updatedAt, updatedBy };
}

/** What the situation says, without what follows from its writing. */
export function contentOf({ id, name, language, cues, articles, groups }: SituationRow): SituationContent {
  return { id, name, language, cues, articles, groups };
}
