import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../../server/db/open-database";
import { killDuringWrites } from "./killed-during-writes";
import { killServerProcesses, startServerProcess } from "./server-process";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-kill-"));
});

afterEach(async () => {
  await killServerProcesses();
  await rm(folder, { recursive: true });
});

test("every write a killed server acknowledged is there after its restart on the built-in database", async () => {
  const outcome = await killDuringWrites({ SOUFFLEUR_DATA: folder }, () => openDatabase({ dataDir: folder }));

  expect(outcome.acknowledged).toBeGreaterThanOrEqual(120);
  expect(outcome).toMatchObject({ wrong: [], lost: [], violations: [] });
}, 300_000);

test("the data folder of a killed server is taken over by the next", async () => {
  const killed = await startServerProcess({ SOUFFLEUR_DATA: folder });
  await killed.kill();
  const ownerBefore = await readFile(join(folder, "server.lock"), "utf8");

  const next = await startServerProcess({ SOUFFLEUR_DATA: folder });

  expect((await fetch(`${next.url}/health`)).status).toBe(200);
  expect(await readFile(join(folder, "server.lock"), "utf8")).not.toBe(ownerBefore);
  expect((await next.stop()).code).toBe(0);
}, 120_000);
