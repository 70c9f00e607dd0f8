import { ProblemError } from "../http/problem";
import { toStorableText } from "../storable-text";

/** A name as it is stored. Refuses, with `invalid_request`, one of which nothing is left. */
export function parseName(name: string): string {
  const parsed = toStorableText(name).trim();
  if (parsed === "") throw new ProblemError("invalid_request", "name: expected some letters");
  return parsed;
}
