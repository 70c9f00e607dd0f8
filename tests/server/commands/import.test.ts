import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../../../server/commands/run-command";
import { createFakeFreshdesk, FAKE_API_KEY, FAKE_DESK_HOST } from "../import/fake-freshdesk";
import { createFakeZendesk, FAKE_HOST, FAKE_SIGN_IN, type FakeArticle } from "../import/fake-zendesk";

/** Making the built-in database on disk takes seconds on a busy machine. */
const DISK_TIMEOUT_MS = 120_000;

const SIGNED_IN = { ZENDESK_EMAIL: FAKE_SIGN_IN.email, ZENDESK_API_TOKEN: FAKE_SIGN_IN.token };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-import-"));
});

afterEach(() => rm(folder, { recursive: true }));

type World = { env?: Record<string, string>; fetch?: typeof fetch; stopAt?: string; isTerminal?: boolean };

async function run(argv: string[], { env = {}, fetch, stopAt, isTerminal = false }: World = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const shown: (string | null)[] = [];
  let nowMs = Date.UTC(2026, 10, 2);
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const asked: typeof globalThis.fetch = async (input, init) => {
    if (stopAt !== undefined && String(input).includes(stopAt)) stop();
    return (fetch ?? globalThis.fetch)(input, init);
  };
  const code = await runCommand(argv, {
    env: { SOUFFLEUR_DATA: join(folder, "database"), ...env },
    clock: () => {
      nowMs += 4_000;
      return nowMs;
    },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    waitForStop: () => stopped,
    fetch: asked,
    ...(isTerminal && { showProgress: (text: string | null) => shown.push(text) }),
  });
  return { code, out, err: err.join("\n"), shown };
}

const ZENDESK = ["import", "zendesk", "--host", FAKE_HOST];

function helpCenter(articles: number) {
  const article = (id: number): FakeArticle => ({
    ...{ id, title: `Title ${id}`, body: `<p>Body ${id}</p>`, draft: false, user_segment_id: null },
  });
  return createFakeZendesk({ articles: Array.from({ length: articles }, (_, index) => article(index + 1)) });
}

describe("an import that cannot be understood", () => {
  test.each<[string[], Record<string, string>, RegExp]>([
    [["import", "markdown"], {}, /import markdown takes one folder/],
    [["import", "html", "a", "b"], {}, /import html takes one folder/],
    [["import", "markdown", "none"], {}, /none cannot be read: ENOENT/],
    [["import", "zendesk"], SIGNED_IN, /takes --host with a name such as acme\.zendesk\.com/],
    [["import", "zendesk", "--host", "https://acme.zendesk.com"], SIGNED_IN, /takes --host with a name/],
    [["import", "zendesk", "a.json", "--host", FAKE_HOST], SIGNED_IN, /takes --host and no file/],
    [ZENDESK, {}, /--locale has to name their languages/],
    [[...ZENDESK, "--locale", "all"], {}, /--locale has to name their languages/],
    [ZENDESK, { ZENDESK_EMAIL: "ada@acme.example" }, /ZENDESK_EMAIL and ZENDESK_API_TOKEN go together/],
    [[...ZENDESK, "--locale", "en us"], SIGNED_IN, /--locale: expected a language/],
    [[...ZENDESK, "--base-url", "http://evil.example"], SIGNED_IN, /--base-url: expected an address on this machine/],
    [[...ZENDESK, "--language", "en"], SIGNED_IN, /--language is for import FILE, markdown, html, freshdesk/],
    [["import", "kb.jsonl", "--host", FAKE_HOST], {}, /--host is for import zendesk, freshdesk/],
    [["import", "freshdesk", "--host", FAKE_DESK_HOST], {}, /FRESHDESK_API_KEY is not set/],
    [["import", "freshdesk", "--host", FAKE_DESK_HOST, "--locale", "all"], { FRESHDESK_API_KEY: "k" }, /name them/],
  ])("%j ends with code 2 and the reason, and touches nothing", async (argv, env, reason) => {
    const { code, out, err } = await run(argv, { env });

    expect(code).toBe(2);
    expect(err).toMatch(reason);
    expect(out).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

test(
  "a trial without a database makes none",
  async () => {
    const argv = ["import", "freshdesk", "--host", FAKE_DESK_HOST, "--dry-run"];
    const desk = createFakeFreshdesk({
      categories: [
        {
          id: 1,
          name: "A",
          folders: [{ id: 2, name: "B", visibility: 1, articles: [{ id: 3 }, { id: 4, status: 1 }] }],
        },
      ],
    });

    const { code, out } = await run(argv, { env: { FRESHDESK_API_KEY: FAKE_API_KEY }, fetch: desk.fetch });

    expect(code).toBe(0);
    expect(out).toEqual([
      "Nothing is written. It would be: 1 imported (1 new, 0 changed), 0 unchanged, 0 bad articles, 1 left out (draft)",
    ]);
    expect(await readdir(folder)).toEqual([]);
  },
  DISK_TIMEOUT_MS,
);

test(
  "a help center comes in, shows how far it is, can be stopped, and goes on",
  async () => {
    const center = helpCenter(350);

    const stopped = await run(ZENDESK, { env: SIGNED_IN, fetch: center.fetch, stopAt: "after%5D=200" });
    const done = await run(ZENDESK, { env: SIGNED_IN, fetch: center.fetch, isTerminal: true });
    center.center.articles.splice(0, 1);
    const again = await run(ZENDESK, { env: SIGNED_IN, fetch: center.fetch });
    center.center.articles.splice(1);
    const emptied = await run(ZENDESK, { env: SIGNED_IN, fetch: center.fetch });

    expect(stopped).toMatchObject({ code: 2, out: [] });
    expect(stopped.err).toContain(`The import of zendesk:${FAKE_HOST} was stopped.\nWhat was read so far is kept`);
    expect(stopped.err).toMatch(/^\d00 read, \d00 new, 0 changed, 0 unchanged$/m);
    expect(done).toMatchObject({ code: 0, out: ["350 imported (350 new, 0 changed), 0 unchanged, 0 bad articles"] });
    expect(done.err).toContain(`Going on where the last import of zendesk:${FAKE_HOST} stopped, after 200.`);
    expect(done.shown.find((text) => text?.includes("350 read"))).toBeDefined();
    expect(done.shown.at(-1)).toBeNull();
    expect(again.out).toEqual(["0 imported (0 new, 0 changed), 349 unchanged, 0 bad articles, 1 archived"]);
    expect(emptied.err).toContain("348 articles are not at the source any more: left in use since they are so many");
  },
  DISK_TIMEOUT_MS,
);

test(
  "a folder comes in with its bad files named, and neither keys nor tokens are ever printed",
  async () => {
    const kb = join(folder, "kb");
    await mkdir(kb);
    await writeFile(join(kb, "good.md"), "# Good\n\nText");
    await writeFile(join(kb, "bad.md"), "---\ntitle: [\n---\n");

    const markdown = await run(["import", "markdown", kb]);
    const refused = await run(ZENDESK, {
      env: { ...SIGNED_IN, ZENDESK_API_TOKEN: "secret-token" },
      fetch: helpCenter(1).fetch,
    });

    expect(markdown).toMatchObject({ code: 1, out: ["1 imported (1 new, 0 changed), 0 unchanged, 1 bad file"] });
    expect(markdown.err).toMatch(/^bad\.md: line \d: /m);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/does not accept the sign-in/);
    expect(refused.err).not.toContain("secret-token");
  },
  DISK_TIMEOUT_MS,
);
