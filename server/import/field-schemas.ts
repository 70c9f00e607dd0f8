import { instantSchema } from "../../lib/contract/article";
import { z } from "../../lib/contract/zod";

/** Largest number of PostgreSQL's `integer`. */
const MAX_WHOLE_NUMBER = 2_147_483_647;

export const wholeNumberSchema = z.int().positive().max(MAX_WHOLE_NUMBER);

/** A list of names without repeats, in the given order. */
export const namesSchema = z.array(z.string().trim().min(1)).transform((names) => [...new Set(names)]);

/** An instant from 1900 on, brought into the form of `toISOString`. A bare day counts from its start in UTC. */
export const instantTextSchema = z
  .union([z.iso.date(), instantSchema], { error: "expected a day or an instant such as 2026-03-01T09:00:00Z" })
  .refine((text) => Date.parse(text) >= Date.UTC(1900, 0, 1), "too long ago")
  .transform((text) => new Date(text).toISOString());
