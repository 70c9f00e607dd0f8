import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** PGlite or PostgreSQL behind the same query builder; a transaction fits as well. */
export type Database = PgDatabase<PgQueryResultHKT>;
