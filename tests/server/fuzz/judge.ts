import { z } from "zod";
import { problemCodeSchema, problemSchema } from "../../../lib/contract/problem";
import type { Operation, Schema } from "./operations";
import type { Exchange } from "./world";

/** Of the limits that hold for all calls alike: too large a body, one of another type. */
const OF_ANY_CALL = new Set([413, 415]);

const schemas = new Map<Schema, z.ZodType>();

/** What is wrong with an answer by the API's own document; null when nothing is. */
export function judge({ answers, path }: Operation, { response, text }: Exchange): string | null {
  const { status } = response;
  if (status >= 500) return "the server failed";
  if (status >= 400) return judgeProblem(answers, path, response, text);
  if (!answers.has(status)) return "no such status in the document";
  const schema = answers.get(status);
  if (!schema) return [204, 304].includes(status) && text !== "" ? "a body where none belongs" : null;
  const parsed = zodOf(schema).safeParse(JSON.parse(text));
  return parsed.success ? null : `not as the document has it: ${parsed.error.message.slice(0, 300)}`;
}

function judgeProblem(answers: Operation["answers"], path: string, response: Response, text: string): string | null {
  if (!response.headers.get("Content-Type")?.startsWith("application/problem+json")) return "no problem document";
  const problem = problemSchema.safeParse(JSON.parse(text));
  if (!problem.success) return `a problem document that is none: ${problem.error.message}`;
  if (problem.data.status !== response.status) return "a problem document of another status";
  if (!problemCodeSchema.safeParse(problem.data.code).success) return `an unknown code ${problem.data.code}`;
  // A path parameter with nothing in it, or with what is no text, is another address.
  const isElsewhere = response.status === 404 && path.includes("{");
  const isDocumented = answers.has(response.status) || OF_ANY_CALL.has(response.status);
  return isDocumented || isElsewhere ? null : `status ${response.status} is not in the document`;
}

function zodOf(schema: Schema): z.ZodType {
  const known = schemas.get(schema);
  if (known) return known;
  const made = z.fromJSONSchema(schema);
  schemas.set(schema, made);
  return made;
}
