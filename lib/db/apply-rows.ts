import type { Table } from "dexie";

type Row = { generation: number };

/** A row without the generation it came with, as text; null for none. */
function contentOf(row: Row | null | undefined): string | null {
  return row ? JSON.stringify({ ...row, generation: null }) : null;
}

/** Within a transaction: writes rows and removes those that are null; answers the keys whose rows hold something else now. */
export async function applyRows<Stored extends Row>(
  table: Table<Stored, string>,
  rows: ReadonlyMap<string, Stored | null>,
): Promise<string[]> {
  if (rows.size === 0) return [];
  const keys = [...rows.keys()];
  const before = await table.bulkGet(keys);
  await table.bulkPut([...rows.values()].filter((row) => row !== null));
  await table.bulkDelete(keys.filter((key) => rows.get(key) === null));
  return keys.filter((key, position) => contentOf(before[position]) !== contentOf(rows.get(key)));
}

/** Within a transaction: removes every row of a generation before this one; answers their keys. */
export async function dropRowsBefore(table: Table<Row, string>, generation: number): Promise<string[]> {
  const keys = await table.where("generation").below(generation).primaryKeys();
  await table.bulkDelete(keys);
  return keys;
}
