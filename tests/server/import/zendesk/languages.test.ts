import { beforeEach, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "../../support";
import { createFakeZendesk, type FakeCenter } from "../fake-zendesk";
import { article, center, importZendesk, readAll } from "./import-zendesk";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

describe("languages", () => {
  const FRENCH = { locale: "fr", title: "Titre", body: "<p>Corps</p>" };
  const GERMAN = { locale: "de", title: "Titel", body: "<p>Text</p>", outdated: true };

  function translated(): FakeCenter {
    return {
      categories: [{ id: 5, name: "Billing", names: { fr: "Facturation" } }],
      sections: [{ id: 7, name: "Cards", names: { fr: "Cartes" }, category_id: 5 }],
      articles: [article(1, { section_id: 7, translations: [FRENCH, GERMAN] })],
    };
  }

  test.each([true, false])(
    "all become articles of their own that follow their source (sideloaded: %s)",
    async (sideloads) => {
      await importZendesk(server, createFakeZendesk({ ...translated(), sideloads }), { locales: "all" });

      const source = "zendesk-1";
      expect(await readAll(server)).toMatchObject([
        { id: source, language: "en-US", version: 2, translationOf: null, category: ["Billing", "Cards"] },
        {
          id: `${source}-de`,
          language: "de",
          title: "Titel",
          translationOf: source,
          sourceVersion: 1,
          category: ["Billing", "Cards"],
        },
        {
          id: `${source}-fr`,
          language: "fr",
          title: "Titre",
          translationOf: source,
          sourceVersion: 2,
          category: ["Facturation", "Cartes"],
        },
      ]);
    },
  );

  test("are not taken without being named", async () => {
    await importZendesk(server, createFakeZendesk(translated()));

    expect((await readAll(server)).map(({ id }) => id)).toEqual(["zendesk-1"]);
  });

  test("named twice over give each article once, and one that has only the second is there too", async () => {
    const fake = createFakeZendesk({
      articles: [article(1, { translations: [FRENCH] }), article(2, { ...FRENCH, locale: "fr" }), article(3)],
    });

    const { report } = await importZendesk(server, fake, { locales: ["en-us", "fr"] });

    expect(report).toMatchObject({ read: 4, new: 4, bad: 0 });
    expect((await readAll(server)).map(({ id }) => id)).toEqual([
      "zendesk-1",
      "zendesk-1-fr",
      "zendesk-2",
      "zendesk-3",
    ]);
  });

  test("change nothing when they are imported again, outdated ones included", async () => {
    const fake = createFakeZendesk(translated());
    await importZendesk(server, fake, { locales: "all" });
    const before = await readAll(server);
    server.clock.nowMs += 60_000;

    const { report } = await importZendesk(server, fake, { locales: "all" });

    expect(report).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(await readAll(server)).toEqual(before);
  });

  test("follow a new version of their source unless they are outdated", async () => {
    const fake = createFakeZendesk(translated());
    await importZendesk(server, fake, { locales: "all" });
    fake.center.articles = [article(1, { section_id: 7, title: "New", translations: [FRENCH, GERMAN] })];

    await importZendesk(server, fake, { locales: "all" });

    expect(await readAll(server)).toMatchObject([{ version: 3 }, { sourceVersion: 1 }, { sourceVersion: 3 }]);
  });

  test("not named this time are left as they are", async () => {
    const fake = createFakeZendesk(translated());
    await importZendesk(server, fake, { locales: "all" });

    const { report } = await importZendesk(server, fake, { locales: ["en-us"] });

    expect(report).toMatchObject({ unchanged: 1, vanished: 0, archived: 0 });
  });
});

describe("without a sign-in", () => {
  test("only what is public comes, in the languages named", async () => {
    const fake = createFakeZendesk(center({ articles: [article(1), article(2, { user_segment_id: 10 })] }));

    const { report } = await importZendesk(server, fake, { signIn: null, locales: ["en-us"] });

    expect(report).toMatchObject({ new: 1 });
    expect(fake.requests.every((path) => path.includes("/en-us/"))).toBe(true);
  });

  test("internal articles that came with a sign-in are left as they are", async () => {
    const fake = createFakeZendesk(center({ articles: [article(1), article(2, { user_segment_id: 10 })] }));
    await importZendesk(server, fake);

    const { report } = await importZendesk(server, fake, { signIn: null, locales: ["en-us"] });

    expect(report).toMatchObject({ unchanged: 1, vanished: 0, archived: 0 });
  });
});
