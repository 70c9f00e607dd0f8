/** Segments in the form they are kept in: what structured cloning copies fast, and a check of what comes back. */
import { analysisFingerprint } from "../text/analysis-version";
import { FIELDS } from "./fields";
import type { ArticleFacts } from "./read-article";
import { PART_END, SAME_WORD, type Segment, TEXT_END } from "./segment";

/** Raised whenever segments are made differently out of the same terms. */
const SEGMENT_FORMAT = 2;

/** Kept segments are of use only under the fingerprint they were made with: form, fields, and which terms texts become. */
export function indexFingerprint(): string {
  return [SEGMENT_FORMAT, FIELDS.join("+"), analysisFingerprint()].join(" ");
}

type StoredSegment = Omit<Segment, "terms" | "dead"> & { terms: string };

/** A segment without its dead marks, which change while the rest stays. */
export function storeSegment({ dead: _dead, terms, ...rest }: Segment): StoredSegment {
  // One long string is copied many times faster than thousands of short ones; terms have no line breaks.
  return { ...rest, terms: terms.join("\n") };
}

function isStoredSegment(content: unknown): content is StoredSegment {
  if (typeof content !== "object" || content === null) return false;
  const { articles, terms, ...arrays } = content as Record<keyof StoredSegment, unknown>;
  const { offsets, documents, counts, sequences, starts, lengths } = arrays;
  const numbers = [offsets, documents, counts, sequences, starts, lengths];
  return Array.isArray(articles) && typeof terms === "string" && numbers.every((array) => array instanceof Uint32Array);
}

function isFacts(value: Partial<Record<keyof ArticleFacts, unknown>> | null): boolean {
  if (!value) return false;
  const { id, title, language, kind, audience, category, tags, situations } = value;
  return (
    [id, title, language, kind, audience].every((text) => typeof text === "string") &&
    [category, tags, situations].every(Array.isArray)
  );
}

/** Whether numbers only grow, from 0 to `last`. */
function areStarts(starts: Uint32Array, last: number): boolean {
  if (starts[0] !== 0 || starts[starts.length - 1] !== last) return false;
  for (let at = 1; at < starts.length; at += 1) if ((starts[at] ?? 0) < (starts[at - 1] ?? 0)) return false;
  return true;
}

function areBelow(numbers: Uint32Array, limit: number): boolean {
  for (const number of numbers) if (number >= limit) return false;
  return true;
}

function areCodes(sequences: Uint32Array, termCount: number): boolean {
  for (const code of sequences) {
    if (code !== PART_END && code !== TEXT_END && (code & ~SAME_WORD) >>> 0 >= termCount) return false;
  }
  return true;
}

function isSound(segment: Segment): boolean {
  const { articles, terms, offsets, documents, counts, sequences, starts, lengths, dead } = segment;
  return (
    [...articles].every(isFacts) &&
    offsets.length === terms.length + 1 &&
    areStarts(offsets, documents.length) &&
    counts.length === documents.length &&
    areBelow(documents, articles.length) &&
    starts.length === articles.length + 1 &&
    areStarts(starts, sequences.length) &&
    areCodes(sequences, terms.length) &&
    lengths.length === articles.length * FIELDS.length &&
    dead.length === articles.length
  );
}

/** A kept segment with its dead marks; null when it is damaged or none of ours. */
export function loadSegment(content: unknown, dead: Uint8Array): Segment | null {
  if (!isStoredSegment(content)) return null;
  const terms = content.terms === "" ? [] : content.terms.split("\n");
  const segment: Segment = { ...content, terms, dead };
  return isSound(segment) ? segment : null;
}
