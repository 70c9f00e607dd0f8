import { asc, isNull } from "drizzle-orm";
import type { Database } from "../../../../server/db/database";
import { articles } from "../../../../server/db/schema";
import { type ImportOptions, runImport } from "../../../../server/import/run-import";
import type { BadArticle } from "../../../../server/import/source";
import { createZendeskSource, type ZendeskOptions } from "../../../../server/import/zendesk/zendesk-source";
import type { TestServer } from "../../support";
import { type createFakeZendesk, FAKE_HOST, FAKE_SIGN_IN, type FakeArticle, type FakeCenter } from "../fake-zendesk";
import { createTestWeb } from "../test-web";

export type Fake = ReturnType<typeof createFakeZendesk>;
export type Run = Partial<Pick<ZendeskOptions, "signIn" | "locales" | "host">> & ImportOptions;

/** Imports the fake help center, with a sign-in unless the test says otherwise. */
export async function importZendesk(
  server: TestServer,
  fake: Fake,
  { signIn = FAKE_SIGN_IN, locales = null, host = FAKE_HOST, ...options }: Run = {},
) {
  const bad: BadArticle[] = [];
  const web = createTestWeb(fake.fetch);
  const source = createZendeskSource({ host, origin: `https://${host}`, signIn, locales, web });
  const world = { db: server.db, clock: () => server.clock.nowMs, onBad: (one: BadArticle) => bad.push(one) };
  const report = await runImport(source, world, options);
  return { report, bad, waits: web.waits };
}

/** All articles by their ids. */
export function readAll({ db }: { db: Database }) {
  return db.select().from(articles).where(isNull(articles.deletedAt)).orderBy(asc(articles.id));
}

/** The only article there is. */
export async function readOne(server: TestServer) {
  const [row] = await readAll(server);
  return row;
}

const EVERYBODY = { draft: false, user_segment_id: null, user_segment_ids: [] };

/** A public article; a test says only what it is about. */
export function article(id: number, more: Partial<FakeArticle> = {}): FakeArticle {
  return { id, title: `Title ${id}`, body: `<p>Body ${id}</p>`, ...EVERYBODY, ...more };
}

/** A help center with one article. */
export function center(more: Partial<FakeCenter> = {}): FakeCenter {
  return { articles: [article(1)], ...more };
}
