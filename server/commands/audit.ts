import { instantSchema } from "../../lib/contract/article";
import { z } from "../../lib/contract/zod";
import { listAudit } from "../audit/list-audit";
import type { AuditRow } from "../db/access-schema";
import { type Command, CommandError } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseOptions } from "./parse-options";

const ROWS_AT_ONCE = 500;

const options = {
  data: { type: "string" },
  since: { type: "string" },
  actor: { type: "string" },
  action: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** `audit`: prints who wrote what and when, the newest first. */
export const audit: Command = async (args, context) => {
  const { values } = parseOptions({ args, options });
  const sinceMs = parseSince(values.since);
  const filter = { actor: values.actor ?? null, action: values.action ?? null, sinceMs };
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    let before: number | null = null;
    for (;;) {
      const whole = { ...filter, subjectType: null, subjectId: null };
      const rows: AuditRow[] = await listAudit({ db, filter: whole, before, limit: ROWS_AT_ONCE });
      for (const row of rows) context.out(values.json ? JSON.stringify(row) : toLine(row));
      before = rows.at(-1)?.id ?? null;
      if (rows.length < ROWS_AT_ONCE || before === null) return 0;
    }
  } finally {
    await close();
  }
};

function parseSince(text: string | undefined): number | null {
  if (text === undefined) return null;
  const since = z.union([z.iso.date(), instantSchema]).safeParse(text);
  if (!since.success) throw new CommandError("--since: expected a day or an instant such as 2026-11-01T00:00:00Z.");
  return Date.parse(since.data);
}

function toLine({ at, actorName, action, subjectType, subjectId, details }: AuditRow): string {
  const rest = Object.keys(details).length > 0 ? ` ${JSON.stringify(details)}` : "";
  return `${at.toISOString()}  ${actorName}  ${action}  ${subjectType} ${subjectId}${rest}`.trimEnd();
}
