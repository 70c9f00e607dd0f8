import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
let child: ChildProcess | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-main-"));
});

afterEach(async () => {
  child?.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

/** Starts the server's process and resolves with what it has printed once that matches. */
function printed(process: ChildProcess, expected: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    process.stdout?.on("data", (chunk) => {
      text += String(chunk);
      if (expected.test(text)) resolve(text);
    });
    process.once("exit", (code) => reject(new Error(`ended with code ${code}, having printed: ${text}`)));
  });
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "a server stopped by %s ends in good order and leaves the data folder free",
  async (signal) => {
    const args = ["--import", "tsx", "server/main.ts", "serve", "--port", "0", "--data", folder];
    const server = spawn(process.execPath, args, { cwd: PROJECT, stdio: ["ignore", "pipe", "ignore"] });
    child = server;
    await printed(server, /listens on http:\/\/127\.0\.0\.1:\d+/);

    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);

    expect(await ended).toBe(0);
    expect(await readdir(folder)).toEqual(["pglite"]);
  },
  120_000,
);
