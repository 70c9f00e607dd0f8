import { spawn } from "node:child_process";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** A program that listens on loopback, as a process of its own. */
export type ListeningProcess = { url: string; pid: number; stop(): Promise<void> };

/** Starts a TypeScript program and resolves when it has printed the address it listens on. */
export function startProcess(program: string, args: string[], env: Record<string, string>): Promise<ListeningProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return new Promise((done, fail) => {
    let printed = "";
    // Read to the end, so that a log never fills the pipe.
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        if (printed.length > 100_000) return;
        printed += String(chunk);
        const url = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(printed)?.[1];
        if (url !== undefined) done({ url, pid: child.pid ?? 0, stop });
      });
    }
    void ended.then(() => fail(new Error(`${program} ended, having printed: ${printed}`)));
  });
}
