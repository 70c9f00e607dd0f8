/**
 * Takes the furniture of mail out of a message's plain text: greeting, sign-off and signature, small print, what it quotes,
 * and links that only count clicks. Page readers do this by markup already; here it catches what only words tell.
 */
import { quoteHeaderAt } from "./mail/quote-headers";
import { isEndMark, isFooter, isName, isProse, isSignOff, isThanks, withoutGreeting } from "./mail/signatures";

/** Text beyond this many characters is left out: the rest of so long a mail is a log or an attachment. */
export const MAX_MESSAGE_LENGTH = 100_000;

/** With at most so many words of their own before it, a forwarded mail is the matter. */
const MAX_OWN_WORDS = 20;

/** The same before a mail that may have been answered or forwarded: Outlook marks both alike. */
const MAX_OWN_WORDS_UNSURE = 4;

const WEB_ADDRESS = /<?https?:\/\/[^\s<>]{1,2000}>?/gi;
const CLICK_COUNTER =
  /^<?https?:\/\/[^/]*\b(?:click|clicks|trk|track|tracking|links?|email|mailing|safelinks|list-manage|sendgrid|mandrillapp|mailchimp)\b/i;

function wordCount(lines: readonly string[]): number {
  return lines.join(" ").match(/\p{L}+/gu)?.length ?? 0;
}

/** A mail forwarded more often than this has lost its matter on the way. */
const MAX_FORWARDS = 5;

/** Lines up to an earlier mail, and that mail's lines when it was forwarded without much of a comment. */
function ownLines(lines: readonly string[]): string[] {
  const trimmed = lines.map((line) => line.trim());
  const own: string[] = [];
  let forwards = 0;
  for (let at = 0; at < lines.length; ) {
    const header = quoteHeaderAt(trimmed, at);
    if (header) {
      const most = header.isForward === "unsure" ? MAX_OWN_WORDS_UNSURE : MAX_OWN_WORDS;
      const isMatter = header.isForward !== false && forwards < MAX_FORWARDS && wordCount(withoutEnd(own)) <= most;
      if (!isMatter) return own;
      forwards += 1;
      at += header.length;
    } else {
      own.push(lines[at] ?? "");
      at += 1;
    }
  }
  return own;
}

/** Number of lines, from a sign-off on, that are who signed and where they work. */
function signatureLength(lines: readonly string[], at: number): number {
  const line = (lines[at] ?? "").trim();
  const isStrong = isSignOff(line);
  if (!isStrong && !isThanks(line)) return 0;
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const next = (lines[end] ?? "").trim();
    if (next === "" || isSignOff(next) || isThanks(next)) continue;
    if (isStrong ? isProse(next) : !isName(next)) break;
  }
  return end - at;
}

/** Without what stands under the text: mail programs' lines, signatures, small print. */
function withoutEnd(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let hasText = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const trimmed = line.trim();
    if (hasText && (isEndMark(trimmed) || isFooter(trimmed))) break;
    const signature = hasText ? signatureLength(lines, at) : 0;
    if (signature === 0) {
      kept.push(line);
      hasText ||= trimmed !== "";
    }
    at += Math.max(1, signature);
  }
  return kept;
}

function withoutOpening(lines: string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const greeted = lines[first];
  if (greeted === undefined) return lines;
  const rest = withoutGreeting(greeted.trim());
  if (rest === greeted.trim()) return lines;
  return rest === "" ? lines.slice(first + 1) : [rest, ...lines.slice(first + 1)];
}

/** Links without what counts clicks: gone altogether when the link is nothing else. */
function withoutTracking(text: string): string {
  return text.replace(WEB_ADDRESS, (address) => (CLICK_COUNTER.test(address) ? "" : address.replace(/[?#].*$/, "")));
}

/** The message's own words. When nothing would be left, the text as it came, up to MAX_MESSAGE_LENGTH. */
export function cleanMessage(text: string): string {
  const read = text.slice(0, MAX_MESSAGE_LENGTH);
  const unquoted = ownLines(read.split("\n")).filter((line) => !/^\s*>/.test(line));
  const body = withoutEnd(unquoted);
  const attempts = [withoutOpening(body), body].map((lines) => withoutTracking(lines.join("\n")));
  return attempts.find((own) => own.trim() !== "") ?? read;
}
