import { and, count, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { editStatusSchema } from "../../lib/contract/authoring";
import { flagStatusSchema } from "../../lib/contract/flags";
import { articleEdits } from "../db/content-schema";
import { flagCases } from "../db/flag-schema";
import { articles } from "../db/schema";
import { dayIn } from "../flags/look-by";
import type { RouteDeps } from "../routes/route-deps";

/** Brings the figures that stand in the database up to date. */
export async function readGauges({ db, metrics, settings, clock }: RouteDeps): Promise<void> {
  const today = dayIn(settings.flags.timeZone, clock());
  const status = sql<string>`case when ${isNotNull(articles.archivedAt)} then 'archived'
    when ${articles.isPublished} then 'published' else 'scheduled' end`;
  const served = await db
    .select({ status, rows: count() })
    .from(articles)
    .where(isNull(articles.deletedAt))
    .groupBy(sql`1`);
  const copies = await db
    .select({ status: articleEdits.status, rows: count() })
    .from(articleEdits)
    .groupBy(articleEdits.status);
  const cases = await db.select({ status: flagCases.status, rows: count() }).from(flagCases).groupBy(flagCases.status);
  const [overdue] = await db
    .select({ rows: count() })
    .from(flagCases)
    .where(and(eq(flagCases.status, "open"), lt(flagCases.lookBy, today)));
  setAll(metrics.articles, ["published", "scheduled", "archived"], served);
  setAll(metrics.workingCopies, editStatusSchema.options, copies);
  setAll(metrics.flagCases, flagStatusSchema.options, cases);
  metrics.overdueCases.set(overdue?.rows ?? 0);
}

type StatusGauge = { set(labels: { status: string }, value: number): void };

/** A status without rows is told as 0, so that it does not stay at what it was. */
function setAll(gauge: StatusGauge, statuses: readonly string[], counted: readonly { status: string; rows: number }[]) {
  const rowsOf = new Map(counted.map(({ status, rows }) => [status, rows]));
  for (const status of new Set([...statuses, ...rowsOf.keys()])) gauge.set({ status }, rowsOf.get(status) ?? 0);
}
