/** What a failed parse means to the person who wrote the file, one line for each wrong entry. */
import type { z } from "../../lib/contract/zod";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const EXPECTED: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  array: "a list: [ ]",
  object: "an object: { }",
  boolean: "true or false",
};

/** A path as one reads it in the file, entries of a list counted from 0: `reading.subject[0].selector`. */
export function writePath(path: Path): string {
  let text = "";
  for (const step of path) text += typeof step === "number" ? `[${step}]` : `${text ? "." : ""}${String(step)}`;
  return text || "the file";
}

/** The lines for one issue of a parse with `reportInput`; `under` is the path of what was parsed. */
export function explainIssue(issue: Issue, under: Path = []): string[] {
  const path = [...under, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `${writePath([...path, key])}: is not known here (misspelt?)`);
  }
  if (issue.code === "invalid_union") {
    const closest = closestBranch(issue.errors);
    if (closest) return closest.flatMap((each) => explainIssue(each, path));
  }
  return [`${writePath(path)}: ${reasonOf(issue)}`];
}

function reasonOf(issue: Issue): string {
  if (issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value"))
    return "is missing";
  if (issue.code === "invalid_type") return `has to be ${EXPECTED[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value")
    return `has to be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
  if (issue.code === "too_small") return issue.origin === "array" ? "has no entry" : "is empty";
  if (issue.code === "too_big") {
    return issue.origin === "array"
      ? `has more than ${issue.maximum} entries`
      : `is longer than ${issue.maximum} characters`;
  }
  return issue.message;
}

/** Of the forms an entry may have, the one it was most likely meant to be: not failing as a whole, then not of another kind. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const failsWith = (codes: readonly string[]) => (branch: readonly Issue[]) =>
    branch.some((issue) => issue.path.length === 0 && codes.includes(issue.code));
  return (
    branches.find((branch) => !failsWith(["invalid_type", "invalid_value"])(branch)) ??
    branches.find((branch) => !failsWith(["invalid_type"])(branch)) ??
    branches[0]
  );
}
