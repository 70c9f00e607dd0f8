/** A database of version 0.1.0, with what a team had in it, brought up to date. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleContentSchema } from "../../../lib/contract/authoring";
import { z } from "../../../lib/contract/zod";
import { hashToken } from "../../../server/agents/token";
import { createApp } from "../../../server/app";
import { MIGRATIONS_FOLDER } from "../../../server/db/migrations-folder";

const FIRST_MIGRATIONS = 3;
const TOKEN = "sfl_of-before";

const journalSchema = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/** The folder of migrations as it was then. Answers its path. */
async function copyFirstMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "souffleur-migrations-"));
  const journal = journalSchema.parse(
    JSON.parse(await readFile(join(MIGRATIONS_FOLDER, "meta/_journal.json"), "utf8")),
  );
  const entries = journal.entries.slice(0, FIRST_MIGRATIONS);
  for (const { tag } of entries) {
    await writeFile(join(folder, `${tag}.sql`), await readFile(join(MIGRATIONS_FOLDER, `${tag}.sql`)));
  }
  await mkdir(join(folder, "meta"));
  await writeFile(join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  return folder;
}

const ROWS = `
insert into server_state (id, epoch, change_counter) values (1, 'first', 5);
insert into agents (id, name, role, groups, token_hash, created_at)
values ('sam', 'Sam Porter', 'manager', '{billing}', '${hashToken(TOKEN)}', '2026-01-01T00:00:00Z');
insert into articles (id, language, title, summary, body_html, sections, kind, audience, groups, category, owner, version,
  published_at, updated_at, verify_every_days, open_flags, change_number, is_published, readable_before, deleted_at)
values
  ('fee', 'en', 'The late fee', '', '<p>Three euros.</p>', '[{"heading":"","text":"Three euros."}]', 'policy', 'public',
   '{billing}', '{Billing,Fees}', '{"kind":"team","name":"Billing"}', 4, '2026-02-01T10:00:00.5Z', '2026-02-02T00:00:00Z', 30, 2, 3,
   true, '{*}', null),
  ('gone', 'en', '', '', '', '[]', 'policy', 'public', '{}', '{}', null, 1, '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z', 90,
   0, 4, true, '{*}', '2026-02-03T00:00:00Z');
insert into situations (id, name, cues, change_number) values ('move', 'moving house', '{new address}', 5);
insert into flags (id, agent_id, article_id, article_version, flagged_at, received_at)
values ('f1', 'sam', 'fee', 4, '2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z'),
       ('f2', 'sam', 'fee', 4, '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z');
`;

describe("a database of version 0.1.0", () => {
  let client: PGlite;
  let folder: string;

  beforeAll(async () => {
    folder = await copyFirstMigrations();
    client = await PGlite.create();
    await migrate(drizzle({ client }), { migrationsFolder: folder });
    await client.exec(ROWS);
    await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS_FOLDER });
  });

  afterAll(async () => {
    await client.close();
    await rm(folder, { recursive: true });
  });

  const ask = (path: string) => {
    const app = createApp({ db: drizzle({ client }), clock: () => Date.UTC(2026, 10, 2) });
    return app.request(path, { headers: { Authorization: `Bearer ${TOKEN}` } });
  };
  const rows = async (query: string) => (await client.query<Record<string, unknown>>(query)).rows;

  it("goes on taking the tokens that were given out", async () => {
    const answer = await ask("/v1/me");

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      agent: { id: "sam", role: "manager", groups: ["billing"] },
      articleCount: 1,
    });
  });

  it("tells its articles as before, and what became of the flags", async () => {
    const answer = await ask("/v1/changes");

    const { changes } = z.object({ changes: z.array(z.looseObject({ type: z.string() })) }).parse(await answer.json());
    expect(changes.map(({ type }) => type)).toEqual(["article", "situation", "flagOutcome", "flagOutcome"]);
    expect(changes[0]).toMatchObject({ article: { id: "fee", version: 4, verifyEveryDays: 30, expiresAt: null } });
    expect(changes[3]).toMatchObject({ flagOutcome: { id: "f2", articleId: "fee", status: "open" } });
  });

  it("gathers the flags of an article in one open case", async () => {
    expect(await rows("select article_id, status from flag_cases")).toEqual([{ article_id: "fee", status: "open" }]);
    expect(await rows("select count(distinct case_id)::int as cases from flags")).toEqual([{ cases: 1 }]);
  });

  it("keeps each living article's version, in the form that authors write", async () => {
    const versions = await rows("select article_id, version, content from article_versions");

    expect(versions).toEqual([expect.objectContaining({ article_id: "fee", version: 4 })]);
    const content = articleContentSchema.parse(versions[0]?.content);
    expect(content).toMatchObject({
      title: "The late fee",
      verifyEveryDays: 30,
      publishedAt: "2026-02-01T10:00:00.500Z",
    });
  });

  it("remembers who could read a public article, agents for the public among them", async () => {
    const [row] = await rows("select readable_before from articles where id = 'fee'");

    expect(row?.readable_before).toEqual(["*", "public/*"]);
  });
});
