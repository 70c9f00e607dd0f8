/**
 * What articles were, written down by the database itself beside the server, so that the feed can be judged page by page:
 *
 * - a page covers the change numbers after the cursor it was asked with, up to the one it answers;
 * - what it tells of an article is the article's newest state with a number up to there, and that number is the page's
 *   own: so nothing comes twice after the cursor;
 * - what is the newest state in its numbers, and the reader's to read, is told; unless the article took a higher number
 *   before the page was read, and then comes later: so nothing is skipped.
 */
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { ChangesPage } from "../../../lib/contract/changes";
import type { Agent } from "../../../server/agents/agent";
import type { Database } from "../../../server/db/database";

const stateSchema = z.object({
  id: z.string(),
  change_number: z.coerce.number(),
  title: z.string(),
  version: z.coerce.number(),
  open_flags: z.number(),
  groups: z.array(z.string()),
  audience: z.enum(["public", "internal"]),
  is_published: z.boolean(),
  is_deleted: z.boolean(),
});

/** A state an article was in, with the change number it had then. */
export type ArticleState = z.infer<typeof stateSchema>;

/** A page as a reader got it: the change numbers it covers, from after `after` to `upTo`. */
export type ReadPage = { after: number; upTo: number; page: ChangesPage };

/** Has the database write down every state of every article from now on. */
export async function keepHistory(db: Database): Promise<void> {
  await db.execute(sql`create table article_history (n bigserial primary key, state articles)`);
  await db.execute(sql`
    create function write_history() returns trigger language plpgsql as $$
    begin
      insert into article_history (state) values (new);
      return new;
    end $$`);
  await db.execute(
    sql`create trigger history after insert or update on articles for each row execute function write_history()`,
  );
}

/** All states of each article, in the order of their numbers; a state that kept its number replaces the one before. */
export async function readHistory(db: Database): Promise<Map<string, ArticleState[]>> {
  const rows: unknown = await db.execute(sql`
    select (state).id, (state).change_number, (state).title, (state).version, (state).open_flags, (state).groups,
      (state).audience, (state).is_published, (state).deleted_at is not null as is_deleted
    from article_history order by n`);
  const history = new Map<string, ArticleState[]>();
  for (const state of z.array(stateSchema).parse(rows)) {
    const states = history.get(state.id) ?? [];
    if (states.at(-1)?.change_number === state.change_number) states.pop();
    states.push(state);
    history.set(state.id, states);
  }
  return history;
}

/** The articles the agent may read now, by id, asked in words of its own. */
export async function readReadable(db: Database, agent: Agent): Promise<Map<string, string>> {
  const rows: unknown = await db.execute(sql`
    select a.id, a.title || ' v' || a.version || ' f' || a.open_flags as said
    from articles a join agents g on g.id = ${agent.id}
    where a.deleted_at is null and a.is_published and (g.role = 'admin' or
      ((g.audience = 'internal' or a.audience = 'public') and (a.groups = '{}' or a.groups && g.groups)))`);
  const parsed = z.array(z.object({ id: z.string(), said: z.string() })).parse(rows);
  return new Map(parsed.map(({ id, said }) => [id, said]));
}

/** Every breach of the rules above in these pages of one reader, in words. `agent` null: its access changed meanwhile. */
export function findBreaches(
  pages: readonly ReadPage[],
  history: ReadonlyMap<string, ArticleState[]>,
  agent: Agent | null,
) {
  const breaches: string[] = [];
  for (const [index, { after, upTo, page }] of pages.entries()) {
    const told = page.changes.filter((change) => change.type === "article");
    const previous = pages[index - 1];
    if (!page.reset && previous && after !== previous.upTo) breaches.push(`page ${index} begins elsewhere`);
    if (upTo < after || (page.changes.length > 0 && upTo === after)) breaches.push(`page ${index} does not go on`);
    if (new Set(told.map(idOf)).size < told.length) breaches.push(`page ${index} tells an article twice`);
    for (const change of told) {
      const state = newestUpTo(history.get(idOf(change)), upTo);
      if (!state || state.change_number <= after) breaches.push(`page ${index}: ${idOf(change)} is told again`);
      else if ("article" in change && !isSame(change.article, state)) {
        breaches.push(`page ${index}: ${state.id} is told otherwise than it was at ${state.change_number}`);
      } else if (agent && "article" in change !== isFor(agent, state)) {
        breaches.push(`page ${index}: ${change.op} ${state.id} at ${state.change_number}`);
      }
    }
    if (agent) breaches.push(...findSkipped({ after, upTo, page }, history, agent));
  }
  return breaches;
}

function findSkipped({ after, upTo, page }: ReadPage, history: ReadonlyMap<string, ArticleState[]>, agent: Agent) {
  const told = new Set(page.changes.map(idOf));
  const skipped: string[] = [];
  for (const [id, states] of history) {
    const state = newestUpTo(states, upTo);
    const isOfPage = state !== undefined && state.change_number > after && isFor(agent, state);
    if (isOfPage && !told.has(id) && state === states.at(-1))
      skipped.push(`${id} at ${state.change_number} is skipped`);
  }
  return skipped;
}

function idOf(change: ChangesPage["changes"][number]): string {
  if ("article" in change) return change.article.id;
  return change.type === "article" && "id" in change ? change.id : "";
}

function newestUpTo(states: readonly ArticleState[] | undefined, upTo: number): ArticleState | undefined {
  return states?.findLast((state) => state.change_number <= upTo);
}

type Told = { title: string; version: number; openFlags: number; audience: string; groups: readonly string[] };

function isSame(article: Told, state: ArticleState): boolean {
  const { title, version, openFlags, audience, groups } = article;
  const told = [title, version, openFlags, audience, ...groups];
  return told.join("\n") === [state.title, state.version, state.open_flags, state.audience, ...state.groups].join("\n");
}

function isFor(agent: Agent, state: ArticleState): boolean {
  if (state.is_deleted || !state.is_published) return false;
  if (agent.role === "admin") return true;
  if (agent.audience === "public" && state.audience !== "public") return false;
  return state.groups.length === 0 || state.groups.some((group) => agent.groups.includes(group));
}
