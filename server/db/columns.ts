import { sql } from "drizzle-orm";
import { bigint, text, timestamp } from "drizzle-orm/pg-core";

/** A moment, to the millisecond. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** A whole number of up to 53 bits. */
export const wholeNumber = (name: string) => bigint(name, { mode: "number" });

/** A list of texts, empty when not said. */
export const names = (name: string) => text(name).array().notNull().default(sql`'{}'`);
