import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DataFolderInUseError, lockDataFolder } from "../../../server/db/data-folder-lock";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-lock-"));
});

afterEach(() => rm(folder, { recursive: true }));

/** The id of a process that has ended. */
function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"]);
  return new Promise((resolve) => child.once("exit", () => resolve(child.pid ?? 0)));
}

test("a locked folder names its process and is free again after the unlock", async () => {
  const unlock = await lockDataFolder(folder);
  const content = await readFile(join(folder, "server.lock"), "utf8");
  await unlock();

  expect(content.trim()).toBe(String(process.pid));
  expect(await readdir(folder)).toEqual([]);
});

test("a folder that is locked says by whom and what to do", async () => {
  const unlock = await lockDataFolder(folder);

  const second = lockDataFolder(folder);

  await expect(second).rejects.toThrow(DataFolderInUseError);
  await expect(second).rejects.toThrow(new RegExp(`in use by process ${process.pid}.*stop that one first`));
  await unlock();
});

test("a folder locked by another living process is left to it", async () => {
  await writeFile(join(folder, "server.lock"), `${process.ppid}\n`);

  await expect(lockDataFolder(folder)).rejects.toThrow(`in use by process ${process.ppid}`);
});

test("the lock of a process that is gone is taken over", async () => {
  await writeFile(join(folder, "server.lock"), `${await endedProcess()}\n`);

  const unlock = await lockDataFolder(folder);

  expect((await readFile(join(folder, "server.lock"), "utf8")).trim()).toBe(String(process.pid));
  await unlock();
});

test("a lock with this process's own id, left by an earlier start in a container, is taken over", async () => {
  await writeFile(join(folder, "server.lock"), `${process.pid}\n`);

  const unlock = await lockDataFolder(folder);

  await unlock();
  expect(await readdir(folder)).toEqual([]);
});

test("a lock that names no process is taken over", async () => {
  await writeFile(join(folder, "server.lock"), "");

  const unlock = await lockDataFolder(folder);

  expect((await readFile(join(folder, "server.lock"), "utf8")).trim()).toBe(String(process.pid));
  await unlock();
});
