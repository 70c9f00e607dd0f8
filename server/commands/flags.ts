import type { FlagCase } from "../../lib/contract/flag-cases";
import { flagCasePatchSchema } from "../../lib/contract/flag-cases";
import { flagStatusSchema } from "../../lib/contract/flags";
import { COMMAND_LINE } from "../audit/actor";
import { answerCase } from "../flags/answer-case";
import { dayIn } from "../flags/look-by";
import { caseFilterSchema, listCases, readCase } from "../flags/read-cases";
import { describeIssues } from "../http/describe-issues";
import { toStorableText } from "../storable-text";
import { type Command, type CommandContext, CommandError, SEE_HELP } from "./command";
import { parseOptions } from "./parse-options";
import { withDatabase } from "./with-database";

const options = {
  status: { type: "string" },
  overdue: { type: "boolean", default: false },
  answer: { type: "string" },
  data: { type: "string" },
} as const;

type Values = { status?: string | undefined; overdue: boolean; answer?: string | undefined; data?: string | undefined };

/** `flags`: lists the cases of flagged articles, and answers them. */
export const flags: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [action, caseId, ...more] = positionals;
  if (action === "list" && caseId === undefined) await list(values, context);
  else if (action === "answer" && caseId !== undefined && more.length === 0) await answer(caseId, values, context);
  else throw new CommandError(`flags takes list, or answer CASE --status STATUS [--answer TEXT]. ${SEE_HELP}`);
  return 0;
};

async function list({ status, overdue: isOverdue, answer, data }: Values, context: CommandContext): Promise<void> {
  if (answer !== undefined) throw new CommandError("--answer is for answer.");
  const filter = caseFilterSchema.default("underWay").safeParse(status);
  if (!filter.success) throw new CommandError(`--status: expected one of ${caseFilterSchema.options.join(", ")}.`);
  await withDatabase(context, data, async (db) => {
    const filters = { status: filter.data, isOverdue, assignee: null, articleId: null };
    const reading = { db, manager: null, today: todayFor(context), ...filters, limit: 200 };
    let cursor: string | undefined;
    let listed = 0;
    do {
      const page = await listCases({ ...reading, cursor });
      for (const flagCase of page.cases) context.out(inWords(flagCase));
      listed += page.cases.length;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    if (listed === 0) context.err(isOverdue ? "No case is overdue." : "There are no such cases.");
  });
}

async function answer(caseId: string, values: Values, context: CommandContext): Promise<void> {
  const { status, answer: text, data } = values;
  if (values.overdue) throw new CommandError("--overdue is for list.");
  const answerable = flagStatusSchema.exclude(["open"]);
  if (!answerable.safeParse(status).success) {
    throw new CommandError(`--status: expected one of ${answerable.options.join(", ")}.`);
  }
  const parsed = flagCasePatchSchema.safeParse({ status, answer: text });
  if (!parsed.success) throw new CommandError(`Nothing is answered: ${describeIssues(parsed.error)}.`);
  const { flags: settings } = context.config.settings;
  const id = toStorableText(caseId);
  await withDatabase(context, data, async (db) => {
    const said = { patch: parsed.data, manager: null, actor: COMMAND_LINE };
    const isThere = await answerCase({ db, caseId: id, ...said, settings, nowMs: context.clock() });
    const flagCase = isThere ? await readCase(db, id, null, todayFor(context)) : null;
    if (!flagCase) throw new CommandError(`There is no case with the id ${caseId}; see flags list.`);
    context.out(inWords(flagCase));
    context.err("Who flagged hears it with the next sync.");
  });
}

function todayFor({ config, clock }: CommandContext): string {
  return dayIn(config.settings.flags.timeZone, clock());
}

/** For example `5d0a… open, 2 flags on faq-12 "Fees", look by 2026-11-05, Ada Moreau`. */
function inWords({ id, status, flagCount, articleId, articleTitle, lookBy, isOverdue, assignee, answer }: FlagCase) {
  const article = articleTitle === null ? `${articleId} (gone)` : `${articleId} "${articleTitle}"`;
  const parts = [
    `${id} ${status}`,
    `${flagCount} ${flagCount === 1 ? "flag" : "flags"} on ${article}`,
    `look by ${lookBy}${isOverdue ? " OVERDUE" : ""}`,
    assignee?.name ?? "assigned to nobody",
  ];
  return parts.join(", ") + (answer === null ? "" : `: ${answer}`);
}
