import { randomUUID } from "node:crypto";
import { type ManagedNotice, noticeDraftSchema } from "../../lib/contract/notice";
import { AT_THE_COMMAND_LINE } from "../access/writer";
import { describeIssues } from "../http/describe-issues";
import { ProblemError } from "../http/problem";
import { endNotice } from "../notices/end-notice";
import { listNotices } from "../notices/list-notices";
import { saveNotice } from "../notices/save-notice";
import { type Command, type CommandContext, CommandError, SEE_HELP } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseLanguage } from "./parse-language";
import { parseOptions } from "./parse-options";

const options = {
  severity: { type: "string" },
  condition: { type: "string" },
  language: { type: "string" },
  effective: { type: "string" },
  publish: { type: "string" },
  expires: { type: "string" },
  group: { type: "string", multiple: true },
  cue: { type: "string", multiple: true },
  tag: { type: "string", multiple: true },
  article: { type: "string" },
  acknowledge: { type: "boolean" },
  data: { type: "string" },
} as const;

type Values = ReturnType<typeof parseOptions<{ options: typeof options }>>["values"];
type Action = (given: readonly string[], values: Values, context: CommandContext) => Promise<void>;

/** Most notices that are listed. */
const MOST_LISTED = 1_000;

/** `notices`: tells agents what changed, lists notices and ends them. */
export const notices: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [name, ...given] = positionals;
  const action = ACTIONS.get(name ?? "");
  if (!action) throw new CommandError(`notices takes add TITLE WHAT-CHANGED, list or end ID. ${SEE_HELP}`);
  const { data, ...others } = values;
  if (name !== "add" && Object.keys(others).length > 0) {
    throw new CommandError(`--${Object.keys(others).join(", --")}: only for notices add.`);
  }
  await action(given, values, context);
  return 0;
};

const add: Action = async ([title, whatChanged, ...others], values, context) => {
  if (title === undefined || whatChanged === undefined || others.length > 0) {
    throw new CommandError("notices add takes a title and what changed, each in quotes.");
  }
  const draft = parseDraft(title, whatChanged, values);
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const notice = { id: randomUUID(), draft, ifMatch: undefined, nowMs: context.clock() };
    const { row } = await saveNotice({ db, ...notice, writer: AT_THE_COMMAND_LINE });
    const when = row.isPublished ? "with their next sync" : `from ${row.publishedAt.toISOString()} on`;
    context.out(`Added ${row.id}. ${forWhom(row.groups)} get it ${when}.`);
  } catch (error) {
    throw inWordsOfTheCommand(error);
  } finally {
    await close();
  }
};

const end: Action = async ([id, ...others], values, context) => {
  if (id === undefined || others.length > 0) throw new CommandError("notices end takes one id; see notices list.");
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const ended = await endNotice(db, id, context.clock());
    if (ended === null) throw new CommandError(`There is no notice with the id ${id}.`);
    context.out(ended ? `Ended ${id}. It leaves agents with their next sync.` : `Nothing changed: ${id} is over.`);
  } finally {
    await close();
  }
};

const list: Action = async (given, values, context) => {
  if (given.length > 0) throw new CommandError("notices list takes nothing else.");
  const { db, close } = await openConfiguredDatabase(context, values.data);
  try {
    const all = await listNotices({ db, manager: null, limit: MOST_LISTED, nowMs: context.clock() });
    for (const notice of all) context.out(inWords(notice));
    if (all.length === 0) context.err("There are no notices.");
    if (all.length === MOST_LISTED) context.err(`Only the latest ${MOST_LISTED} are listed.`);
  } finally {
    await close();
  }
};

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ["add", add],
  ["end", end],
  ["list", list],
]);

function parseDraft(title: string, whatChanged: string, values: Values) {
  const parsed = noticeDraftSchema.safeParse({
    ...{ title, whatChanged, severity: values.severity ?? "info", condition: values.condition ?? "" },
    language: parseLanguage(values.language),
    effectiveFrom: parseInstant("--effective", values.effective),
    publishedAt: parseInstant("--publish", values.publish),
    expiresAt: parseInstant("--expires", values.expires),
    ...{ groups: values.group ?? [], cues: values.cue ?? [], tags: values.tag ?? [] },
    articleId: values.article ?? null,
    needsAcknowledgement: values.acknowledge ?? false,
  });
  if (parsed.success) return parsed.data;
  throw new CommandError(`Nothing is added: ${describeIssues(parsed.error)}.`);
}

/** A day (it begins in UTC) or an instant with offset, as ISO 8601 has them; null when not said. */
function parseInstant(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const isWhole = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const ms = isWhole ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(ms)) return new Date(ms).toISOString();
  throw new CommandError(
    `${option}: expected a day such as 2026-12-01 or an instant such as 2026-12-01T09:00:00+01:00.`,
  );
}

function inWordsOfTheCommand(error: unknown): unknown {
  return error instanceof ProblemError ? new CommandError(`Nothing is added: ${error.message}.`) : error;
}

function forWhom(groups: readonly string[]): string {
  return groups.length === 0 ? "Agents" : `Agents of ${groups.join(", ")}`;
}

/** For example `0d3f6c1e published until 2026-12-01T00:00:00.000Z, important, billing: Refunds take ten days`. */
function inWords({ id, status, severity, groups, title, publishedAt, expiresAt }: ManagedNotice): string {
  const until = expiresAt === null ? "" : ` until ${expiresAt}`;
  const when = {
    scheduled: `scheduled for ${publishedAt}${until}`,
    published: `published${until}`,
    expired: "expired",
  };
  return `${id} ${when[status]}, ${severity}, ${groups.join(" + ") || "everybody"}: ${title}`;
}
