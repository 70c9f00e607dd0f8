import type { IssuedToken, Token } from "../../lib/contract/agents";
import { findAgent } from "../agents/find-agent";
import { listAgents } from "../agents/list-agents";
import { addToken, listTokens, revokeToken, rotateToken } from "../agents/tokens";
import { COMMAND_LINE } from "../audit/actor";
import type { Database } from "../db/database";
import { toStorableText } from "../storable-text";
import { parseDays } from "./agent-options";
import { type Command, type CommandContext, CommandError, SEE_HELP } from "./command";
import { parseOptions } from "./parse-options";
import { withDatabase } from "./with-database";

const options = { label: { type: "string" }, days: { type: "string" }, data: { type: "string" } } as const;

type Values = { label?: string; days?: string };
type Action = (db: Database, about: string, values: Values, context: CommandContext) => Promise<void>;

/** `tokens`: lists, issues, rotates and revokes agents' tokens. */
export const tokens: Command = async (args, context) => {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [name = "", about, ...more] = positionals;
  const action = ACTIONS.get(name);
  if (!action || more.length > 0 || (about === undefined && name !== "list")) {
    throw new CommandError(`tokens takes list [AGENT], issue AGENT, rotate TOKEN-ID or revoke TOKEN-ID. ${SEE_HELP}`);
  }
  const { label, days } = values;
  if ((label !== undefined || days !== undefined) && name !== "issue") {
    throw new CommandError("--label and --days are for issue.");
  }
  parseDays(days, null);
  await withDatabase(context, values.data, (db) => action(db, about ?? "", values, context));
  return 0;
};

const list: Action = async (db, who, _values, context) => {
  const nowMs = context.clock();
  const agents = who === "" ? eachAgent(db, nowMs) : [await findAgent(db, who)];
  let listed = 0;
  for await (const { id, name } of agents) {
    for (const token of await listTokens(db, id, nowMs)) {
      context.out(`${token.id} ${name}${inWords(token, nowMs)}`);
      listed += 1;
    }
  }
  if (listed === 0) context.err("There are no tokens; tokens issue AGENT makes one.");
};

const issue: Action = async (db, who, { label = "", days }, context) => {
  const { id, name } = await findAgent(db, who);
  const wish = { label: label.trim(), validDays: parseDays(days, context.config.settings.tokenDays) };
  const issued = await addToken({ db, actor: COMMAND_LINE, nowMs: context.clock() }, id, wish);
  if (!issued) throw new CommandError("The agent is gone.");
  print(context, issued, `Issued ${issued.id} to ${name}.`);
};

const rotate: Action = async (db, about, _values, context) => {
  const { tokenDays, rotationGraceMs: graceMs } = context.config.settings;
  const writing = { db, actor: COMMAND_LINE, nowMs: context.clock() };
  const issued = await rotateToken(writing, toStorableText(about), { validDays: tokenDays, graceMs });
  if (!issued) throw new CommandError(`There is no token in force with the id ${about}; see tokens list.`);
  print(
    context,
    issued,
    `Issued ${issued.id} in place of ${about}, which is taken for ${graceMs / 3_600_000} hours more.`,
  );
};

const revoke: Action = async (db, about, _values, context) => {
  const writing = { db, actor: COMMAND_LINE, nowMs: context.clock() };
  const isRevoked = await revokeToken(writing, toStorableText(about), null);
  if (!isRevoked) throw new CommandError(`There is no token with the id ${about}; see tokens list.`);
  context.out(`Revoked ${about}: it is not taken any more.`);
};

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ["list", list],
  ["issue", issue],
  ["rotate", rotate],
  ["revoke", revoke],
]);

async function* eachAgent(db: Database, nowMs: number) {
  let cursor: string | undefined;
  do {
    const page = await listAgents({ db, nowMs, limit: 200, cursor });
    yield* page.agents;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function print(context: CommandContext, { token, expiresAt }: IssuedToken, done: string): void {
  const until = expiresAt === null ? "" : ` and is good until ${expiresAt}`;
  context.out(`${done} The token, which is not shown again${until}:`);
  context.out(token);
}

/** For example ` "laptop", since 2026-11-02, until 2027-11-02, never used`. */
function inWords({ label, createdAt, expiresAt, revokedAt, lastUsedAt }: Token, nowMs: number): string {
  const day = (instant: string) => instant.slice(0, 10);
  const isExpired = expiresAt !== null && Date.parse(expiresAt) <= nowMs;
  const parts = [
    label === "" ? "" : ` "${label}"`,
    ` since ${day(createdAt)}`,
    expiresAt === null ? "" : ` ${isExpired ? "EXPIRED on" : "until"} ${day(expiresAt)}`,
    lastUsedAt === null ? " never used" : ` last used ${day(lastUsedAt)} ${lastUsedAt.slice(11, 13)}h UTC`,
    revokedAt === null ? "" : ` REVOKED on ${day(revokedAt)}`,
  ];
  return parts
    .filter((part) => part !== "")
    .join(",")
    .replace(/^(?! ")/, ",");
}
