/**
 * A PostgreSQL of one's own: in a temporary folder, on a free port of loopback, gone without a trace when it is stopped.
 * It writes as safely as one in production would (fsync on).
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { findOrInstallPostgres, type PostgresBinaries } from "./find-binaries";

const USER = "souffleur";
const START_TRIES = 3;
const START_TIMEOUT_MS = 60_000;

/** `url` is that of the database `postgres`, for a user who may do everything. */
export type TemporaryCluster = { url: string; version: number; stop(): Promise<void> };

type Account = { uid: number; gid: number };

/** Starts one. It is stopped and removed also when this process is ended by Ctrl-C or SIGTERM. Throws `NoPostgresError`. */
export async function startTemporaryCluster(say: (line: string) => void): Promise<TemporaryCluster> {
  const binaries = findOrInstallPostgres(say);
  const account = process.getuid?.() === 0 ? findAccount() : null;
  const folder = mkdtempSync(join(tmpdir(), "souffleur-postgres-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const password = makeCluster(binaries, folder, account);
    const { child, port } = await startOnFreePort(binaries, folder, account, password);
    const stop = stopper(child, removeFolder);
    return { url: urlOf(password, port), version: binaries.version, stop };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

/** PostgreSQL refuses to run as root. */
function findAccount(): Account {
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither an account postgres nor nobody.");
}

/** Answers the password of its user. */
function makeCluster(
  { folder: binFolder, version }: PostgresBinaries,
  folder: string,
  account: Account | null,
): string {
  const password = randomBytes(16).toString("hex");
  const passwordFile = join(folder, "password");
  const socketFolder = join(folder, "socket");
  mkdirSync(socketFolder);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [folder, passwordFile, socketFolder]) chownSync(path, account.uid, account.gid);
  const always = ["-D", join(folder, "data"), "-U", USER, "-E", "UTF8", "--no-sync"];
  const access = ["--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  // Texts in the order of a language where that is to be had, as in most installations and unlike the built-in database.
  const language = version >= 15 ? ["--locale-provider=icu", "--icu-locale=en-US"] : [];
  const attempts = [[...language, "--locale=C"], ["--locale=C"]];
  let complaint = "";
  for (const locale of attempts) {
    const args = [...always, ...access, ...locale];
    const made = spawnSync(join(binFolder, "initdb"), args, { ...account, cwd: folder, encoding: "utf8" });
    if (made.status === 0) return password;
    complaint = made.stderr || String(made.error);
    rmSync(join(folder, "data"), { recursive: true, force: true });
  }
  throw new Error(`initdb failed: ${complaint}`);
}

async function startOnFreePort(
  { folder: binFolder }: PostgresBinaries,
  folder: string,
  account: Account | null,
  password: string,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const args = ["-D", join(folder, "data"), "-p", String(port), "-k", join(folder, "socket"), "-h", "127.0.0.1"];
    const settings = ["-c", "max_connections=200", "-c", "log_min_messages=panic"];
    const stdio = ["ignore", "ignore", "pipe"] as const;
    // In a group of its own: Ctrl-C goes to this process alone, which then stops it in good order.
    const options = { ...account, cwd: folder, stdio: [...stdio], detached: true };
    const child = spawn(join(binFolder, "postgres"), [...args, ...settings], options);
    let complaint = "";
    child.stderr?.on("data", (chunk) => {
      complaint += String(chunk);
    });
    if (await answersSoon(child, urlOf(password, port))) return { child, port };
    // Somebody else may have taken the port meanwhile.
    if (attempt === START_TRIES) throw new Error(`PostgreSQL did not start: ${complaint}`);
  }
}

async function answersSoon(child: ChildProcess, url: string): Promise<boolean> {
  const giveUpAtMs = Date.now() + START_TIMEOUT_MS;
  let hasFailed = false;
  child.once("error", () => {
    hasFailed = true;
  });
  while (!hasFailed && child.exitCode === null && Date.now() < giveUpAtMs) {
    const connection = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
    try {
      await connection`select 1`;
      return true;
    } catch {
      // Not yet.
      await wait(50);
    } finally {
      await connection.end({ timeout: 1 });
    }
  }
  child.kill("SIGKILL");
  return false;
}

function stopper(child: ChildProcess, removeFolder: () => void): () => Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    process.off("exit", endAtOnce);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, endAfterSignal);
    // Fast: connections are ended, what is written stays written.
    child.kill("SIGINT");
    await ended;
    removeFolder();
  };
  const endAtOnce = () => {
    child.kill("SIGQUIT");
    removeFolder();
  };
  const endAfterSignal = (signal: NodeJS.Signals) => {
    void stop().then(() => process.kill(process.pid, signal));
  };
  process.once("exit", endAtOnce);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, endAfterSignal);
  return stop;
}

function urlOf(password: string, port: number): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
}

function findFreePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
