/** Finds the programs of PostgreSQL (initdb, postgres) on this machine, or installs them where that needs no question. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** Where packages of operating systems put them, beside the PATH: a folder for each version, with `bin` in it. */
const VERSION_FOLDERS: { parent: string; names: RegExp }[] = [
  { parent: "/usr/lib/postgresql", names: /^\d+$/ },
  { parent: "/usr", names: /^pgsql-\d+$/ },
  { parent: "/opt/homebrew/opt", names: /^postgresql/ },
  { parent: "/usr/local/opt", names: /^postgresql/ },
  { parent: "/Applications/Postgres.app/Contents/Versions", names: /^\d+$/ },
  { parent: "C:/Program Files/PostgreSQL", names: /^\d+$/ },
];

/** Older ones get no security updates any more. */
const OLDEST_VERSION = 14;

/** PostgreSQL is not there and cannot be installed; the message says what to do. */
export class NoPostgresError extends Error {
  override readonly name = "NoPostgresError";
}

/** PostgreSQL's programs: their folder and major version. */
export type PostgresBinaries = { folder: string; version: number };

/** The newest PostgreSQL on this machine, or null. */
function findPostgres(): PostgresBinaries | null {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const found = [...onPath, ...VERSION_FOLDERS.flatMap(listBinFolders)].flatMap((folder) => readBinaries(folder) ?? []);
  return found.filter(({ version }) => version >= OLDEST_VERSION).sort((a, b) => b.version - a.version)[0] ?? null;
}

/**
 * The same, but installs it when it is missing, this is Debian or Ubuntu, and the user is root. Throws `NoPostgresError`.
 */
export function findOrInstallPostgres(say: (line: string) => void): PostgresBinaries {
  const found = findPostgres();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("PostgreSQL is not installed: installing it with apt-get.");
    installWithApt();
    const installed = findPostgres();
    if (installed) return installed;
  }
  throw new NoPostgresError(
    `PostgreSQL ${OLDEST_VERSION} or later is not on this machine. Install it (Debian, Ubuntu: apt-get install ` +
      "postgresql; macOS: brew install postgresql@17), or name a server in SOUFFLEUR_TEST_DATABASE_URL " +
      "(postgres://user:password@host:5432/postgres, with a user who may create databases).",
  );
}

function listBinFolders({ parent, names }: { parent: string; names: RegExp }): string[] {
  if (!existsSync(parent)) return [];
  const versions = readdirSync(parent).filter((name) => names.test(name));
  return versions.map((name) => join(parent, name, "bin"));
}

function readBinaries(folder: string): PostgresBinaries | null {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const [postgres = "", initdb = ""] = ["postgres", "initdb"].map((name) => join(folder, name + suffix));
  if (!existsSync(postgres) || !existsSync(initdb)) return null;
  // A link on the PATH: the other programs lie beside what it points to.
  const program = realpathSync(postgres);
  const told = spawnSync(program, ["--version"], { encoding: "utf8" }).stdout ?? "";
  const version = Number(/\) (\d+)/.exec(told)?.[1]);
  return Number.isInteger(version) ? { folder: dirname(program), version } : null;
}

function installWithApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: string[]) => spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
  run("update", "-qq");
  run("install", "-y", "-qq", "--no-install-recommends", "postgresql");
}
