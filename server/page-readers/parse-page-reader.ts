import { pageReaderSchema } from "../../lib/contract/page-reader";
import type { z } from "../../lib/contract/zod";
import { checkReading } from "./check-reading";
import { explainIssue } from "./explain-issue";

const draftSchema = pageReaderSchema.pick({ helpdesk: true, reading: true });

/** A page reader as an admin hands it in; the server adds version and time. */
export type PageReaderDraft = z.infer<typeof draftSchema>;

/** The update in a file's text, or every reason against it, a line each. */
export function parsePageReader(text: string): { draft: PageReaderDraft } | { problems: string[] } {
  let json: unknown;
  try {
    // Some editors put a byte order mark first.
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { problems: [`the file is not valid JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const parsed = draftSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => explainIssue(issue)) };
  const problems = checkReading(parsed.data);
  return problems.length > 0 ? { problems } : { draft: parsed.data };
}
