import type { z } from "../../lib/contract/zod";

/** The reasons of a failed parse in one line, each with the path it is about: `metadata.tags[0]: Invalid input`. */
export function describeIssues(error: z.core.$ZodError): string {
  return error.issues.map((issue) => prefix(issue.path) + issue.message).join("; ");
}

function prefix(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) text += typeof step === "number" ? `[${step}]` : `${text ? "." : ""}${String(step)}`;
  return text ? `${text}: ` : "";
}
