import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { meSchema } from "../../../lib/contract/me";
import { runCommand } from "../../../server/commands/run-command";

/** Making the built-in database on disk takes seconds on a busy machine. */
const DISK_TIMEOUT_MS = 120_000;

let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-commands-"));
  dataDir = join(folder, "database");
});

afterEach(() => rm(folder, { recursive: true }));

type Run = { code: number; out: string[]; err: string[] };
type World = { env?: Record<string, string>; onOut?: (line: string) => void; waitForStop?: () => Promise<void> };

async function run(argv: string[], { env = {}, onOut, waitForStop }: World = {}): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(argv, {
    env: { SOUFFLEUR_DATA: dataDir, ...env },
    clock: () => Date.UTC(2026, 10, 2),
    out: (line) => {
      out.push(line);
      onOut?.(line);
    },
    err: (line) => err.push(line),
    waitForStop: waitForStop ?? (async () => undefined),
  });
  return { code, out, err };
}

async function writeLines(name: string, ...lines: unknown[]): Promise<string> {
  const path = join(folder, name);
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  await writeFile(path, name.endsWith(".gz") ? gzipSync(text) : text);
  return path;
}

describe("a command line that cannot be understood", () => {
  test.each([
    [["fly"], /There is no command "fly"/],
    [["serve", "--prot", "1"], /Unknown option '--prot'/],
    [["serve", "now"], /Unexpected argument 'now'/],
    [["serve", "--port"], /'--port <value>' argument missing/],
    [["serve", "--port", "80x"], /--port: expected a port/],
    [["serve", "--port", "65536"], /--port: expected a port/],
    [["add-agent"], /--name is missing/],
    [["add-agent", "--name", " "], /--name is missing/],
    [["add-agent", "--name", "Ada", "--role", "boss"], /--role: expected one of agent, manager, admin/],
    [["add-agent", "--name", "Ada", "--group", "*"], /--group/],
    [["import"], /import takes one file/],
    [["import", "a", "b"], /import takes one file/],
    [["import", "a", "--language", "English!"], /--language: expected a language tag/],
    [["page-reader"], /page-reader takes publish FILE, show \[HELPDESK\] or remove HELPDESK/],
    [["page-reader", "forget"], /page-reader takes publish FILE/],
    [["page-reader", "show", "zendesk", "freshdesk"], /page-reader takes publish FILE/],
    [["page-reader", "publish"], /page-reader publish takes a file/],
    [["page-reader", "publish", "missing.json"], /missing\.json cannot be read: ENOENT/],
    [["page-reader", "show", "gorgias"], /HELPDESK: expected one of zendesk, freshdesk/],
    [["page-reader", "remove"], /HELPDESK: expected one of zendesk, freshdesk/],
  ])("%j ends with code 2 and the reason, and touches nothing", async (argv, reason) => {
    const { code, out, err } = await run(argv);

    expect(code).toBe(2);
    expect(err.join("\n")).toMatch(reason);
    expect(out).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test("without a command shows the help and ends with code 2", async () => {
    const { code, err } = await run([]);

    expect(code).toBe(2);
    expect(err.join()).toMatch(/^Usage:/);
  });

  test("is not held against one who asks for help", async () => {
    const { code, out } = await run(["import", "--help"]);

    expect(code).toBe(0);
    expect(out.join()).toMatch(/add-agent --name NAME/);
  });
});

describe("the environment", () => {
  test("that is wrong ends with code 2 and names the variable", async () => {
    const { code, err } = await run(["serve"], { env: { PORT: "door" } });

    expect(code).toBe(2);
    expect(err.join()).toMatch(/PORT: expected a port number/);
  });

  test("with a PostgreSQL nobody answers at ends with code 2", async () => {
    const { code, err } = await run(["serve"], {
      env: { DATABASE_URL: "postgres://ada:secret@127.0.0.1:1/souffleur" },
    });

    expect(code).toBe(2);
    expect(err.join()).toMatch(/The database cannot be opened: .*ECONNREFUSED/);
    expect(err.join()).not.toContain("secret");
  });

  test("that names a database beside --data is turned down", async () => {
    const { code, err } = await run(["add-agent", "--name", "Ada", "--data", dataDir], {
      env: { DATABASE_URL: "postgres://127.0.0.1:1/souffleur" },
    });

    expect(code).toBe(2);
    expect(err.join()).toMatch(/DATABASE_URL is set/);
  });
});

describe("import", () => {
  test("of a file that is not there ends with code 2 and makes no database", async () => {
    const { code, err } = await run(["import", join(folder, "missing.jsonl")]);

    expect(code).toBe(2);
    expect(err.join()).toMatch(/missing\.jsonl cannot be read: ENOENT/);
    expect(await readdir(folder)).toEqual([]);
  });

  test(
    "tells bad lines and sums up, with code 1 for bad lines, 0 for none and 2 for a broken file",
    async () => {
      const good = { _id: "a", title: "A", text: "Text." };
      const mixed = await writeLines("mixed.jsonl", good, "{", { ...good, _id: "b" });
      const fine = await writeLines("fine.jsonl.gz", { ...good, title: "Other" }, { ...good, _id: "b" });
      const broken = await writeLines("broken.jsonl", good);
      const renamed = `${broken}.gz`;
      await writeFile(renamed, "not packed");

      const first = await run(["import", mixed]);
      const second = await run(["import", fine, "--data", dataDir]);
      const third = await run(["import", renamed]);

      expect(first).toMatchObject({ code: 1, out: ["2 imported (2 new, 0 changed), 0 unchanged, 1 bad line"] });
      expect(first.err).toEqual([
        `DATABASE_URL is not set: using the built-in database in ${dataDir}.`,
        "line 2: not valid JSON",
      ]);
      expect(second).toMatchObject({ code: 0, out: ["1 imported (0 new, 1 changed), 1 unchanged, 0 bad lines"] });
      expect(third.code).toBe(2);
      expect(third.err.join()).toMatch(/broken\.jsonl\.gz cannot be read: incorrect header check/);
    },
    DISK_TIMEOUT_MS,
  );
});

test(
  "an agent added on the command line gets answers from the server that is started then, and only one process may",
  async () => {
    const added = await run(["add-agent", "--name", "Ada Moreau", "--role", "manager", "--group", "billing"]);
    const token = added.out.at(-1) ?? "";
    const started = createDeferred<string>();
    const stopped = createDeferred<void>();

    const serving = run(["serve", "--port", "0"], { onOut: started.resolve, waitForStop: () => stopped.promise });
    const address = /http:\S+/.exec(await started.promise)?.[0] ?? "";
    const response = await fetch(`${address}/v1/me`, { headers: { Authorization: `Bearer ${token}` } });
    const answer: unknown = await response.json();
    const meanwhile = await run(["add-agent", "--name", "Too late"]);
    stopped.resolve();
    const served = await serving;

    expect(token).toMatch(/^sfl_[\w-]{43}$/);
    expect(meSchema.parse(answer).agent).toMatchObject({ name: "Ada Moreau", role: "manager", groups: ["billing"] });
    expect(meanwhile).toMatchObject({ code: 2 });
    expect(meanwhile.err.join()).toMatch(/is in use by process/);
    expect(served.code).toBe(0);
    expect(await readdir(dataDir)).toEqual(["pglite"]);
  },
  DISK_TIMEOUT_MS,
);

test(
  "serve warns of plain HTTP when other machines can reach it, and says when the address is taken",
  async () => {
    const started = createDeferred<string>();
    const stopped = createDeferred<void>();
    const serving = run(["serve", "--port", "0", "--host", "0.0.0.0"], {
      onOut: started.resolve,
      waitForStop: () => stopped.promise,
    });
    const port = /:(\d+)/.exec((await started.promise).replace("http:", ""))?.[1] ?? "";

    const second = await run(["serve", "--port", port, "--host", "0.0.0.0", "--data", join(folder, "other")]);
    stopped.resolve();
    const first = await serving;

    expect(first.err.join("\n")).toMatch(/Warning: 0\.0\.0\.0 can be reached from other machines.*TLS/);
    expect(second.code).toBe(2);
    expect(second.err.join("\n")).toMatch(/cannot be had: .*EADDRINUSE/);
    expect(second.err.join("\n")).not.toMatch(/Warning/);
  },
  DISK_TIMEOUT_MS,
);

function createDeferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
