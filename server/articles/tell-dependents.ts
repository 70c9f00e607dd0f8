import type { Database } from "../db/database";
import type { NextChangeNumber } from "../db/server-state";
import { tellTermsAgain } from "../learning/share-terms";
import { tellNoticesOf } from "../notices/tell-notices";
import { tellSituationsOf } from "../situations/tell-situations";

/**
 * Within a transaction that changes who may read these articles, or that they are there at all: tells again what refers to
 * them, since its readers are others now. The numbers come after the articles' own.
 */
export async function tellDependentsAgain(
  tx: Database,
  articleIds: readonly string[],
  next: NextChangeNumber,
): Promise<void> {
  if (articleIds.length === 0) return;
  await tellTermsAgain(tx, [...articleIds], next);
  await tellNoticesOf(tx, articleIds, next);
  await tellSituationsOf(tx, articleIds, next);
}
