import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { problemSchema } from "../../../lib/contract/problem";
import { addAgent } from "../../../server/agents/add-agent";
import { MAX_BODY_BYTES } from "../../../server/app";
import { openDatabase } from "../../../server/db/open-database";
import {
  type Ending,
  killServerProcesses,
  runServerCommand,
  type ServerProcess,
  startServerProcess,
} from "./server-process";

const TIMEOUT_MS = 120_000;

async function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "souffleur-ends-"));
}

describe("a server that cannot start", () => {
  let folder: string;
  let occupied: Server | null = null;

  beforeEach(async () => {
    folder = await makeFolder();
  });

  afterEach(async () => {
    occupied?.close();
    await killServerProcesses();
    await chmod(folder, 0o755);
    await rm(folder, { recursive: true });
  });

  function serve(env: Record<string, string>, ...args: string[]): Promise<Ending> {
    return runServerCommand(["serve", "--port", "0", ...args], { SOUFFLEUR_DATA: join(folder, "data"), ...env }).ended;
  }

  test(
    "for its environment names every wrong variable, never a value",
    async () => {
      const env = {
        SOUFFLEUR_WORKING_DAYS: "secret-days",
        SOUFFLEUR_FLAG_DAYS: "secret-count",
        DATABASE_URL: "secret-url",
      };

      const { code, printed } = await serve(env);

      expect(code).toBe(2);
      for (const name of Object.keys(env)) expect(printed).toContain(name);
      expect(printed).not.toContain("secret");
    },
    TIMEOUT_MS,
  );

  test(
    "for a database that does not answer says so without the password",
    async () => {
      const { code, printed } = await serve({ DATABASE_URL: "postgres://kb:secret-word@127.0.0.1:1/kb" });

      expect(code).toBe(2);
      expect(printed).toMatch(/The database cannot be opened: .*DATABASE_URL/);
      expect(printed).not.toContain("secret-word");
    },
    TIMEOUT_MS,
  );

  test(
    "for a folder it cannot write in says which",
    async () => {
      // To root no folder is closed, so there a file stands in the way.
      const isRoot = process.getuid?.() === 0;
      const inTheWay = join(folder, "place");
      if (isRoot) await writeFile(inTheWay, "");
      else await chmod(folder, 0o555);

      const { code, printed } = await serve({ SOUFFLEUR_DATA: join(inTheWay, "data") });

      expect(code).toBe(2);
      expect(printed).toContain(inTheWay);
      expect(printed).not.toMatch(/\n\s+at /);
    },
    TIMEOUT_MS,
  );

  test(
    "for a port that is taken says which",
    async () => {
      const taken = createServer();
      occupied = taken;
      await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
      const address = taken.address();
      const port = typeof address === "object" ? String(address?.port) : "";

      const { code, printed } = await serve({}, "--port", port);

      expect(code).toBe(2);
      expect(printed).toMatch(new RegExp(`127\\.0\\.0\\.1:${port} cannot be had`));
    },
    TIMEOUT_MS,
  );

  test(
    "for a folder another server has says which process that is",
    async () => {
      const SOUFFLEUR_DATA = join(folder, "data");
      const first = await startServerProcess({ SOUFFLEUR_DATA });

      const { code, printed } = await serve({ SOUFFLEUR_DATA });

      expect(code).toBe(2);
      expect(printed).toContain("is in use by process");
      expect((await fetch(`${first.url}/health`)).status).toBe(200);
    },
    TIMEOUT_MS,
  );
});

describe("a running server", () => {
  let folder: string;
  let server: ServerProcess;
  let token: string;

  beforeAll(async () => {
    folder = await makeFolder();
    const { db, close } = await openDatabase({ dataDir: folder });
    ({ token } = await addAgent({ db, clock: Date.now, name: "Noor Haddad" }));
    await close();
    server = await startServerProcess({ SOUFFLEUR_DATA: folder });
  }, TIMEOUT_MS);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  async function problemOf(response: Response) {
    const { status, code } = problemSchema.parse(await response.json());
    return { status, code };
  }

  test("answers a wrong token with 401 and a problem document", async () => {
    const response = await fetch(`${server.url}/v1/me`, { headers: { Authorization: "Bearer sfl_wrong" } });

    expect(await problemOf(response)).toEqual({ status: 401, code: "unauthorized" });
  });

  test("answers too large a body with 413", async () => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const body = " ".repeat(MAX_BODY_BYTES + 1);

    const response = await fetch(`${server.url}/v1/flags`, { method: "POST", headers, body });

    expect(await problemOf(response)).toEqual({ status: 413, code: "body_too_large" });
  });
});
