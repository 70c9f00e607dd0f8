import { beforeEach, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "../../support";
import { createFakeZendesk, FAKE_HOST, type FakeArticle } from "../fake-zendesk";
import { article, center, type Fake, importZendesk, type Run, readAll, readOne } from "./import-zendesk";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

describe("an article", () => {
  test("comes with its text, path, labels, address and date", async () => {
    const fake = createFakeZendesk({
      categories: [{ id: 5, name: "Billing" }],
      sections: [
        { id: 7, name: "Refunds", category_id: 5 },
        { id: 8, name: "Card", category_id: 5, parent_section_id: 7 },
      ],
      articles: [
        article(1, {
          title: " Refund  to a card ",
          body: '<p class="wysiwyg-font-size-large"><strong>How long</strong></p><div>Five days.</div>',
          section_id: 8,
          label_names: ["refund", "card", "refund", " "],
          edited_at: "2026-02-01T10:00:00Z",
        }),
      ],
    });

    await importZendesk(server, fake);

    expect(await readOne(server)).toMatchObject({
      id: "zendesk-1",
      language: "en-US",
      title: "Refund to a card",
      sections: [{ heading: "How long", text: "Five days." }],
      category: ["Billing", "Refunds", "Card"],
      tags: ["refund", "card"],
      url: `https://${FAKE_HOST}/hc/en-us/articles/1`,
      updatedAt: new Date("2026-02-01T10:00:00Z"),
      audience: "public",
      groups: [],
      version: 1,
      source: `zendesk:${FAKE_HOST}`,
      translationOf: null,
    });
  });

  test.each([
    ["a draft", { draft: true }, "draft"],
    ["without a text", { body: null }, "empty"],
    ["without a word in it", { body: "<p>&nbsp;</p><script>x</script>" }, "empty"],
  ])("that is %s is left out and counted", async (_what, more, reason) => {
    const { report } = await importZendesk(
      server,
      createFakeZendesk(center({ articles: [article(1, more), article(2)] })),
    );

    expect(report).toMatchObject({ read: 2, new: 1, skipped: { [reason]: 1 } });
    expect((await readAll(server)).map(({ id }) => id)).toEqual(["zendesk-2"]);
  });

  test("that is too long is bad and named, and the others go in", async () => {
    const { report, bad } = await importZendesk(
      server,
      createFakeZendesk(center({ articles: [article(1, { body: "x".repeat(500_001) }), article(2)] })),
    );

    expect(report).toMatchObject({ new: 1, bad: 1 });
    expect(bad).toEqual([{ place: "article 1 (en-us)", reason: "body: longer than 500000 characters" }]);
  });
});

describe("who may read", () => {
  const SEGMENTS = [
    { id: 10, name: "Agents and admins", user_type: "staff", built_in: true },
    { id: 11, name: "Signed-in users", user_type: "signed_in_users", built_in: true },
    { id: 12, name: "Fraud  desk", user_type: "staff", built_in: false },
    { id: 13, name: "Gold customers", user_type: "signed_in_users", built_in: false },
    { id: 14, name: "*", user_type: "staff", built_in: false },
  ];

  test.each<[string, Partial<FakeArticle>, "public" | "internal", string[]]>([
    ["is everybody, when that is said", {}, "public", []],
    ["is agents, when only staff may", { user_segment_id: 10 }, "internal", []],
    ["is agents, when customers have to sign in", { user_segment_id: 11 }, "internal", []],
    ["is a group, when a part of the staff may", { user_segment_id: 12 }, "internal", ["Fraud desk"]],
    ["is agents, when some customers may", { user_segment_id: 13 }, "internal", []],
    ["is nobody's group, when the name cannot be one", { user_segment_id: 14 }, "internal", ["Zendesk segment 14"]],
    ["is nobody's group, when the segment is not known", { user_segment_id: 99 }, "internal", ["Zendesk segment 99"]],
    [
      "is all of several segments",
      { user_segment_id: 12, user_segment_ids: [12, 99] },
      "internal",
      ["Fraud desk", "Zendesk segment 99"],
    ],
    ["is agents, when one of several segments is", { user_segment_ids: [12, 13] }, "internal", []],
    [
      "is a group, when only the list of segments says so",
      { user_segment_id: null, user_segment_ids: [12] },
      "internal",
      ["Fraud desk"],
    ],
  ])("%s", async (_what, more, audience, groups) => {
    await importZendesk(server, createFakeZendesk(center({ segments: SEGMENTS, articles: [article(1, more)] })));

    expect(await readOne(server)).toMatchObject({ audience, groups });
  });

  test.each(["user_segment_id", "draft"] as const)("is not the public when %s is not said", async (key) => {
    const { [key]: _gone, ...rest } = article(1);

    await importZendesk(server, createFakeZendesk(center({ articles: [rest] })));

    expect(await readOne(server)).toMatchObject({ audience: "internal", groups: [] });
  });

  test("is nobody's group when segments may not be read", async () => {
    await importZendesk(
      server,
      createFakeZendesk(center({ segments: "unreadable", articles: [article(1, { user_segment_id: 12 })] })),
    );

    expect(await readOne(server)).toMatchObject({ audience: "internal", groups: ["Zendesk segment 12"] });
  });

  test("follows the source when it closes an article", async () => {
    const fake = createFakeZendesk(center());
    await importZendesk(server, fake);
    fake.center.articles = [article(1, { user_segment_id: 99 })];

    await importZendesk(server, fake);

    expect(await readOne(server)).toMatchObject({ audience: "internal", groups: ["Zendesk segment 99"] });
  });

  test("stays as it is when the source opens an article, until that is asked for", async () => {
    const fake = createFakeZendesk(center({ articles: [article(1, { user_segment_id: 99 })] }));
    await importZendesk(server, fake);
    fake.center.articles = [article(1)];

    const careful = await importZendesk(server, fake);
    const kept = await readOne(server);
    const allowed = await importZendesk(server, fake, { allowPublic: true });

    expect(careful.report).toMatchObject({ keptInternal: 1 });
    expect(kept).toMatchObject({ audience: "internal", groups: [] });
    expect(allowed.report).toMatchObject({ keptInternal: 0, changed: 1 });
    expect(await readOne(server)).toMatchObject({ audience: "public" });
  });
});

describe("pages", () => {
  test.each(["cursor", "offset"] as const)("by %s are read to the end, whatever the size", async (pages) => {
    const fake = createFakeZendesk(
      center({ pages, articles: Array.from({ length: 250 }, (_, index) => article(index + 1)) }),
    );

    const { report } = await importZendesk(server, fake);

    expect(report).toMatchObject({ read: 250, new: 250 });
    const listings = fake.requests.filter((path) => path.includes("/articles"));
    const styles = new Set(listings.slice(1).map((path) => (path.includes("page%5Bsize%5D") ? "cursor" : "offset")));
    expect([...styles]).toEqual([pages]);
  });

  test("that move up while they are read have nothing archived", async () => {
    const all = Array.from({ length: 150 }, (_, index) => article(index + 1));
    const fake = createFakeZendesk(center({ pages: "offset", articles: all }));
    await importZendesk(server, fake);
    const removing: Fake = {
      ...fake,
      fetch: async (input, init) => {
        const answer = await fake.fetch(input, init);
        if (String(input).includes("/articles") && String(input).includes("page=1"))
          fake.center.articles = all.slice(1);
        return answer;
      },
    };

    const { report } = await importZendesk(server, removing);

    expect(report).toMatchObject({ vanished: 1, archived: 0, keptVanished: "mayLack" });
  });
});

describe("a help center that cannot be read", () => {
  test.each<[string, Run, RegExp]>([
    [
      "does not take the sign-in",
      { signIn: { email: "a@b.c", token: "wrong" } },
      /does not accept the sign-in\. Check ZENDESK_EMAIL/,
    ],
    ["is not there", { host: "wrong.zendesk.com" }, /does not answer like a Zendesk help center .*: check --host/],
  ])("%s, and says so", async (_what, options, message) => {
    await expect(importZendesk(server, createFakeZendesk(center()), options)).rejects.toThrow(message);
  });

  test("sends elsewhere, where the sign-in must not go", async () => {
    const fetches: string[] = [];
    const elsewhere: typeof fetch = async (input) => {
      fetches.push(String(input));
      return new Response(null, { status: 301, headers: { Location: "https://help.acme.example/api" } });
    };

    const importing = importZendesk(server, { ...createFakeZendesk(center()), fetch: elsewhere });

    await expect(importing).rejects.toThrow(
      /sends on to help\.acme\.example\. If that is right, .*--host help\.acme\.example/,
    );
    expect(fetches.every((url) => url.startsWith(`https://${FAKE_HOST}/`))).toBe(true);
  });

  test("answers in another shape, and the message names it", async () => {
    const odd: typeof fetch = async () => Response.json({ articles: 7 });

    const importing = importZendesk(
      server,
      { ...createFakeZendesk(center()), fetch: odd },
      { signIn: null, locales: ["fr"] },
    );

    await expect(importing).rejects.toThrow(/fr\/articles.* does not answer as expected: articles: missing/);
  });
});
