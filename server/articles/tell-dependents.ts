import type { Database } from "../db/database";
import type { NextChangeNumber } from "../db/server-state";
import { tellTermsAgain } from "../learning/share-terms";
import { tellNoticesOf } from "../notices/tell-notices";
import { tellSituationsOf } from "../situations/tell-situations";

/** Far from the 65,535 values a PostgreSQL statement may have. */
const ARTICLES_PER_STATEMENT = 1_000;

/**
 * Within a transaction that changes who may read these articles, or that they are there at all: tells again what refers to
 * them, since its readers are others now. The numbers come after the articles' own.
 */
export async function tellDependentsAgain(
  tx: Database,
  articleIds: readonly string[],
  next: NextChangeNumber,
): Promise<void> {
  for (let start = 0; start < articleIds.length; start += ARTICLES_PER_STATEMENT) {
    const ids = articleIds.slice(start, start + ARTICLES_PER_STATEMENT);
    await tellTermsAgain(tx, ids, next);
    await tellNoticesOf(tx, ids, next);
    await tellSituationsOf(tx, ids, next);
  }
}
