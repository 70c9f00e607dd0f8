import { beforeEach, expect, test } from "vitest";
import { articleVersions } from "../../../../server/db/content-schema";
import { importedArticles, importRuns } from "../../../../server/db/import-schema";
import type { RunReport } from "../../../../server/import/report";
import { runImport } from "../../../../server/import/run-import";
import { createZendeskSource } from "../../../../server/import/zendesk/zendesk-source";
import { createTestServer, type TestServer } from "../../support";
import { createFakeZendesk, FAKE_HOST, FAKE_SIGN_IN } from "../fake-zendesk";
import { createTestWeb } from "../test-web";
import { article, readAll } from "./import-zendesk";

/** Ten thousand rows take a while on a busy machine. */
const TIMEOUT_MS = 300_000;

const ARTICLES = 10_000;

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

test(
  "10,000 articles come in complete and once each, past pleas for patience, a network that fails and a process that dies",
  async () => {
    const fake = createFakeZendesk({
      articles: Array.from({ length: ARTICLES }, (_, index) => article(index + 1)),
      limitEvery: 7,
    });
    let requests = 0;
    const failing: typeof fetch = async (input, init) => {
      requests += 1;
      if (requests % 11 === 0) throw new TypeError("fetch failed");
      return fake.fetch(input, init);
    };
    const waits: number[] = [];
    const resumedAfter: number[] = [];
    const importOnce = (onProgress: (report: RunReport) => void) => {
      const web = createTestWeb(failing);
      const wait = async (ms: number) => {
        waits.push(ms);
      };
      const options = { host: FAKE_HOST, origin: `https://${FAKE_HOST}`, signIn: FAKE_SIGN_IN, locales: null };
      return runImport(createZendeskSource({ ...options, web: { ...web, wait } }), {
        ...{ db: server.db, clock: () => server.clock.nowMs, onBad: () => undefined, onProgress },
        onResume: ({ read }) => resumedAfter.push(read),
      });
    };
    const dying = importOnce(({ read }) => {
      if (read === 4_300) throw new Error("the process is gone");
    });
    await expect(dying).rejects.toThrow("the process is gone");
    const asked = fake.requests.length;

    const report = await importOnce(() => undefined);

    expect(report).toMatchObject({ read: ARTICLES, new: ARTICLES, changed: 0, unchanged: 0, bad: 0, archived: 0 });
    expect(resumedAfter).toEqual([4_300]);
    // Pages that were read before are not asked for again.
    expect(fake.requests.slice(asked).filter((path) => path.includes("/articles") && !path.includes("after"))).toEqual(
      [],
    );
    expect(waits.filter((ms) => ms >= 7_000).length).toBeGreaterThan(10);
    const rows = await readAll(server);
    expect(rows).toHaveLength(ARTICLES);
    expect(
      rows.every(({ version, isPublished, audience }) => version === 1 && isPublished && audience === "public"),
    ).toBe(true);
    expect(new Set(rows.map(({ changeNumber }) => changeNumber)).size).toBe(ARTICLES);
    expect(await server.db.$count(articleVersions)).toBe(ARTICLES);
    expect(await server.db.$count(importedArticles)).toBe(ARTICLES);
    const runs = await server.db.select().from(importRuns);
    expect(runs).toMatchObject([{ finishedAt: new Date(server.clock.nowMs), report: { new: ARTICLES } }]);
  },
  TIMEOUT_MS,
);
