import { z } from "../../lib/contract/zod";
import { ProblemError } from "./problem";

/** For route definitions: the header that says which version a write is about. */
export const ifMatchHeaderSchema = z.object({ "if-match": z.string().optional() });

/** The ETag for a version: what a later write sends back in `If-Match`. */
export function etagOf(version: string | number): string {
  return `"${version}"`;
}

/** Who changed something last, and when, for those who come too late. `version` null: that is not published. */
export type LatestVersion = { version: number | null; author: string | null; at: string };

const READ_AGAIN = "Read it again and send its ETag in If-Match.";

/**
 * Lets a write pass whose `If-Match` names the version as it stands (`current`); `*` passes for whatever is there. Ends
 * the request with `version_required` when the header is missing, with `version_conflict` and `latest` when it names
 * another one.
 */
export function checkIfMatch(header: string | undefined, current: string | number, latest: LatestVersion): void {
  if (header === undefined)
    throw new ProblemError("version_required", `If-Match: ${etagOf(current)} is what stands now. ${READ_AGAIN}`);
  // Compression on the way makes a strong ETag a weak one.
  const named = header.split(",").map((etag) => etag.trim().replace(/^W\//, ""));
  if (named.includes("*") || named.includes(etagOf(current))) return;
  const who = latest.author === null ? "an import" : latest.author;
  const what = latest.version === null ? "A change" : `Version ${latest.version}`;
  throw new ProblemError("version_conflict", `${what} by ${who} stands since ${latest.at}. ${READ_AGAIN}`, {
    more: { current: { etag: etagOf(current), ...latest } },
  });
}
