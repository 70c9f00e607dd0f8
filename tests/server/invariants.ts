/** What has to hold in the database whatever was sent to the server, asked in SQL of its own. */
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../../server/db/database";

/** Each finds rows that must not be; `what` names one in words. */
const VIOLATIONS: Record<string, string> = {
  "a flag without its agent": `
    select f.id as what from flags f left join agents a on a.id = f.agent_id where a.id is null`,
  "a flag without its article": `
    select f.id as what from flags f left join articles a on a.id = f.article_id where a.id is null`,
  "a flag whose case is missing or another article's": `
    select f.id as what from flags f left join flag_cases c on c.id = f.case_id and c.article_id = f.article_id
    where c.id is null`,
  // A closed one may be left without: a flag amended later goes on in another.
  "a case under way without a flag": `
    select c.id as what from flag_cases c where c.status in ('open', 'accepted')
      and not exists (select 1 from flags f where f.case_id = c.id)`,
  "a case with somebody who is not there": `
    select c.id as what from flag_cases c where
      (c.assignee_id is not null and not exists (select 1 from agents a where a.id = c.assignee_id)) or
      (c.answered_by_id is not null and not exists (select 1 from agents a where a.id = c.answered_by_id))`,
  "an article that counts other open flags than it has": `
    select a.id || ': ' || a.open_flags || ' counted' as what from articles a where a.open_flags <>
      (select count(*) from flags f join flag_cases c on c.id = f.case_id
       where f.article_id = a.id and c.status in ('open', 'accepted'))`,
  "a token without its agent": `
    select t.id as what from tokens t left join agents a on a.id = t.agent_id where a.id is null`,
  "a working copy without its author": `
    select e.id as what from article_edits e left join agents a on a.id = e.author_id where a.id is null`,
  "a working copy of a version whose article is not there": `
    select e.id as what from article_edits e where e.base_version is not null
      and not exists (select 1 from articles a where a.id = e.id)`,
  "a version without its article": `
    select v.article_id || '/' || v.version as what from article_versions v
    left join articles a on a.id = v.article_id where a.id is null or a.deleted_at is not null`,
  "an article without the version it is": `
    select a.id as what from articles a left join article_versions v on v.article_id = a.id and v.version = a.version
    where a.deleted_at is null and v.version is null`,
  "an acknowledgement of a notice that never was": `
    select k.notice_id as what from acknowledgements k left join notices n on n.id = k.notice_id where n.id is null`,
  "an acknowledgement without its agent": `
    select k.notice_id as what from acknowledgements k left join agents a on a.id = k.agent_id where a.id is null`,
  "counted usage of an article that never was": `
    select u.article_id as what from usage_counts u left join articles a on a.id = u.article_id
    where u.article_id <> '' and a.id is null`,
  "usage that was counted for all and not for its agent, or the other way round": `
    select coalesce(c.day, o.day) || ' ' || coalesce(c.type, o.type) as what
    from (select day, type, sum(count) as total from usage_counts where group_name = '' group by day, type) c
    full join (select day, type, sum(count) as total from usage_of_agents group by day, type) o
      on o.day = c.day and o.type = c.type
    where coalesce(c.total, 0) <> coalesce(o.total, 0)`,
  "a gap without its agent": `
    select g.id as what from gaps g left join agents a on a.id = g.agent_id where a.id is null`,
  "a lesson without its article": `
    select l.id as what from lessons l left join articles a on a.id = l.article_id where a.id is null`,
  "something taught about an article that is gone": `
    select t.article_id as what from article_terms t left join articles a on a.id = t.article_id
    where a.id is null or a.deleted_at is not null`,
  "shared terms without an article": `
    select s.article_id as what from shared_terms s left join articles a on a.id = s.article_id where a.id is null`,
  "an imported article that is not there": `
    select i.article_id as what from imported_articles i left join articles a on a.id = i.article_id where a.id is null`,
  "an imported article without its import": `
    select i.article_id as what from imported_articles i left join import_runs r on r.id = i.run_id where r.id is null`,
  "an audit entry of somebody who is not there": `
    select l.action as what from audit_log l left join agents a on a.id = l.actor_id
    where l.actor_id is not null and a.id is null`,
  "a change number that two rows have, or that was never given out": `
    with numbers as (
      select change_number as n from articles union all select change_number from page_readers union all
      select change_number from shared_terms union all select change_number from synonym_sets union all
      select change_number from situations union all select change_number from notices union all
      select change_number from flags union all select change_number from acknowledgements)
    select n::text as what from numbers group by n having count(*) > 1
    union all select n::text from numbers where n < 1 or n > (select change_counter from server_state)`,
};

const rowsSchema = z.array(z.object({ what: z.string() }));

/** Every breach in words, with one row that shows it; empty when all is well. */
export async function findViolations(db: Database): Promise<string[]> {
  const found: string[] = [];
  for (const [name, query] of Object.entries(VIOLATIONS)) {
    const answer: unknown = await db.execute(sql.raw(query));
    // The two drivers answer in different shapes.
    const hasRows = typeof answer === "object" && answer !== null && "rows" in answer;
    const [first] = rowsSchema.parse(hasRows ? answer.rows : answer);
    if (first) found.push(`${name}: ${first.what}`);
  }
  return found;
}
