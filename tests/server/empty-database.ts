import { auditLog, tokens } from "../../server/db/access-schema";
import { acknowledgements, articleEdits, articleVersions, categories, notices } from "../../server/db/content-schema";
import type { Database } from "../../server/db/database";
import { flagCases } from "../../server/db/flag-schema";
import { importedArticles, importRuns } from "../../server/db/import-schema";
import {
  agents,
  articles,
  articleTerms,
  flags,
  lessons,
  pageReaders,
  serverState,
  sharedTerms,
  situations,
  synonymSets,
} from "../../server/db/schema";
import { ensureServerState } from "../../server/db/server-state";
import { gaps, usageBatches, usageCounts, usageOfAgents } from "../../server/db/usage-schema";

const OWNED_BY_AGENTS = [
  ...[tokens, articleEdits, acknowledgements, usageBatches, usageOfAgents, gaps],
  ...[flags, lessons, articleTerms],
];
const OTHERS = [
  ...[flagCases, sharedTerms, synonymSets, situations, notices, articles, articleVersions, categories],
  ...[importRuns, importedArticles, usageCounts, auditLog, pageReaders, serverState],
];

/** Empties all tables; the next epoch makes cursors of earlier tests useless. */
export async function emptyDatabase(db: Database): Promise<void> {
  // Children before parents.
  for (const table of [...OWNED_BY_AGENTS, ...OTHERS, agents]) await db.delete(table);
  await ensureServerState(db);
}
