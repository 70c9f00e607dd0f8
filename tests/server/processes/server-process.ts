import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestAgent } from "../support";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));
const LISTENS = /listens on (http:\/\/127\.0\.0\.1:\d+)/;

/** How a process ended: its exit code, null when a signal ended it, and all it printed. */
export type Ending = { code: number | null; printed: string };

/** The server as a process of its own. `kill` ends it at once (SIGKILL) and resolves when it is gone. */
export type ServerProcess = { url: string; ended: Promise<Ending>; stop(): Promise<Ending>; kill(): Promise<Ending> };

type Env = Record<string, string>;

const running = new Set<ServerProcess>();

/** Runs `server/main.ts` with these arguments. `env` is on top of an environment without settings for the server. */
export function runServerCommand(args: readonly string[], env: Env) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(SOUFFLEUR_|DATABASE_|PORT$|HOST$)/.test(name));
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", ...args], {
    cwd: PROJECT,
    env: { ...Object.fromEntries(inherited), SOUFFLEUR_REQUESTS_PER_MINUTE: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const ended = new Promise<Ending>((resolve) => {
    child.once("close", (code) => resolve({ code, printed }));
  });
  let onPrinted = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      printed += String(chunk);
      onPrinted();
    });
  }
  const matches = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      onPrinted = () => {
        const match = pattern.exec(printed);
        if (match) resolve(match);
      };
      void ended.then(({ code }) => reject(new Error(`ended with code ${code}, having printed: ${printed}`)));
    });
  return { child, ended, matches };
}

/** Starts `serve` on a free port and resolves when it answers. Throws with what it printed when it ends instead. */
export async function startServerProcess(env: Env): Promise<ServerProcess> {
  const { child, ended, matches } = runServerCommand(["serve", "--port", "0"], env);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const [, url = ""] = await matches(LISTENS);
  const server: ServerProcess = { url, ended, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
  running.add(server);
  void ended.then(() => running.delete(server));
  return server;
}

/** For `afterEach`: no process outlives its test. */
export async function killServerProcesses(): Promise<void> {
  await Promise.all([...running].map((server) => server.kill()));
}

/** What a client does with a server. Each call asks `baseUrl` anew, so that it may go to one process or another. */
export type HttpAgent = Pick<TestAgent, "get" | "post"> & {
  send(method: string, path: string, body?: unknown, headers?: Env): Promise<Response>;
};

/** A client with this token. Its calls fail as fetch does when nobody answers. */
export function httpAgent(token: string, baseUrl: () => string): HttpAgent {
  const send: HttpAgent["send"] = (method, path, body, headers = {}) =>
    fetch(baseUrl() + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    send,
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body, headers) => send("POST", path, body, headers),
  };
}
