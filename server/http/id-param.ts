import { z } from "../../lib/contract/zod";
import { toStorableText } from "../storable-text";

/** For route definitions: an id in the path. What no row can be called is refused here, since PostgreSQL would not look. */
export function idParamSchema(longest: number) {
  return z.object({ id: storableIdSchema(longest) });
}

/** An id that comes in a query or a cursor. */
export function storableIdSchema(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => text === toStorableText(text), "not an id");
}
