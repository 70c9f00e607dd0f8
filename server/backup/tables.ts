import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as access from "../db/access-schema";
import * as content from "../db/content-schema";
import * as flags from "../db/flag-schema";
import * as imports from "../db/import-schema";
import * as main from "../db/schema";
import * as usage from "../db/usage-schema";

/** A table by the name it has in the database; `identityColumn` is the one the database numbers by itself. */
export type BackedUpTable = { table: PgTable; name: string; parents: readonly string[]; identityColumn: string | null };

/** Every table, those that others refer to before them. */
export function listTables(): BackedUpTable[] {
  const modules = [main, access, content, flags, imports, usage];
  const tables = modules.flatMap((schema) => Object.values(schema).filter((value) => is(value, PgTable)));
  return inOrder([...new Set(tables)].map(describeTable));
}

function describeTable(table: PgTable): BackedUpTable {
  const { name, foreignKeys, columns } = getTableConfig(table);
  const parents = foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name);
  const identity = columns.find((column) => column.generatedIdentity !== undefined);
  return { table, name, parents, identityColumn: identity?.name ?? null };
}

function inOrder(tables: readonly BackedUpTable[]): BackedUpTable[] {
  const ordered: BackedUpTable[] = [];
  let rest = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1));
  while (rest.length > 0) {
    const isThere = (parent: string) => ordered.some(({ name }) => name === parent);
    const next = rest.filter(({ name, parents }) => parents.every((parent) => parent === name || isThere(parent)));
    if (next.length === 0) throw new Error("Tables refer to each other in a circle.");
    ordered.push(...next);
    rest = rest.filter((table) => !next.includes(table));
  }
  return ordered;
}
