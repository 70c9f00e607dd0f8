import { instantSchema } from "../../lib/contract/article";
import { CONTENT_LIMITS } from "../../lib/contract/authoring";
import { z } from "../../lib/contract/zod";

/** Largest number of PostgreSQL's `integer`. */
const MAX_WHOLE_NUMBER = 2_147_483_647;

export const wholeNumberSchema = z.int().positive().max(MAX_WHOLE_NUMBER);

/** As many names, and as long ones, as authors may give; what more there is could not be written back. */
export function areWithinLimits(names: readonly string[]): boolean {
  return names.length <= CONTENT_LIMITS.names && names.every((name) => name.length <= CONTENT_LIMITS.name);
}

export const BEYOND_LIMITS = `more than ${CONTENT_LIMITS.names}, or one longer than ${CONTENT_LIMITS.name} characters`;

/** A list of names without repeats, in the given order. */
export const namesSchema = z.array(z.string().trim().min(1)).transform((names) => [...new Set(names)]);

export const limitedNamesSchema = namesSchema.refine(areWithinLimits, BEYOND_LIMITS);

/** Text of at most so many characters. */
export function limitedText(longest: number) {
  return z.string().max(longest, `longer than ${longest} characters`);
}

/** An instant from 1900 on, brought into the form of `toISOString`. A bare day counts from its start in UTC. */
export const instantTextSchema = z
  .union([z.iso.date(), instantSchema], { error: "expected a day or an instant such as 2026-03-01T09:00:00Z" })
  .refine((text) => Date.parse(text) >= Date.UTC(1900, 0, 1), "too long ago")
  .transform((text) => new Date(text).toISOString());
