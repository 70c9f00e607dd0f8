/**
 * A built-in database with all tables and nothing in it, made once and kept: to set one up takes seconds, to copy one
 * much less. It is made anew when the migrations or PGlite change.
 */
import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { MIGRATIONS_FOLDER } from "../../server/db/migrations-folder";
import { openDatabase } from "../../server/db/open-database";
import { serverState } from "../../server/db/schema";

const KEPT_IN = join(import.meta.dirname, "../../node_modules/.cache/souffleur");

/** `dataDir`: a data folder. `dump`: the same as a file for `PGlite.create`. */
export type BuiltInTemplate = { dataDir: string; dump: string };

/** The template's paths; makes it where it is missing. */
export async function provideBuiltInTemplate(): Promise<BuiltInTemplate> {
  const folder = join(KEPT_IN, `database-${await fingerprint()}`);
  if (!existsSync(folder)) await makeTemplate(folder);
  return { dataDir: join(folder, "data"), dump: join(folder, "dump.tar") };
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const names = (await readdir(MIGRATIONS_FOLDER)).filter((name) => name.endsWith(".sql")).sort();
  for (const name of names) hash.update(name).update(await readFile(join(MIGRATIONS_FOLDER, name)));
  const pglite = join(import.meta.dirname, "../../node_modules/@electric-sql/pglite/package.json");
  return hash
    .update(await readFile(pglite))
    .digest("hex")
    .slice(0, 16);
}

/** Made beside and moved into its place, so that nobody finds half of one. */
async function makeTemplate(folder: string): Promise<void> {
  const unfinished = `${folder}-${randomBytes(4).toString("hex")}`;
  await mkdir(unfinished, { recursive: true });
  const dataDir = join(unfinished, "data");
  const { db, close } = await openDatabase({ dataDir });
  // Copies are databases of their own: each gets its epoch when it is opened.
  await db.delete(serverState);
  await close();
  const client = await PGlite.create(join(dataDir, "pglite"));
  const dump = await client.dumpDataDir("none");
  await client.close();
  await writeFile(join(unfinished, "dump.tar"), Buffer.from(await dump.arrayBuffer()));
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Another run was faster.
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true });
  }
}
