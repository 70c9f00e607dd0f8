/**
 * Which of the team's notices concern a ticket. A notice names its tickets itself, by cues and tags; the team's synonyms do
 * not widen them, because a push on a ticket that nobody meant is noise, and it has no score by which it could rank lower.
 */
import type { Notice, NoticeSeverity } from "../contract/notice";
import { fold } from "../text/fold";
import { primaryLanguage } from "../text/languages";
import type { Ticket } from "../ticket";
import { readCustomerWords } from "./customer-words";
import { createPhraseTrie, type PhraseTrie, type PhraseWord } from "./phrase-trie";
import { ticketLanguages } from "./ticket-zones";

/** A notice that concerns a ticket, and the cues and tags that say so, as the team wrote them; none when it concerns every ticket. */
export type NoticeMatch = { notice: Notice; matchedCues: string[] };

export type NoticeMatcher = {
  /** The notices that concern a ticket, in the order they were given. */
  concerning(ticket: Ticket): NoticeMatch[];
};

type Cue = { noticeId: string; cue: string };

/** The notices to be looked for in a text that is read in a language; null: in none in particular. */
function isReadIn({ language: own }: Notice, language: string | null): boolean {
  return own === null || (language !== null && primaryLanguage(own) === primaryLanguage(language));
}

function compile(notices: readonly Notice[], language: string | null): PhraseTrie<Cue> {
  const trie = createPhraseTrie<Cue>("whole");
  for (const notice of notices.filter((each) => isReadIn(each, language))) {
    for (const cue of new Set(notice.cues)) trie.add(cue, language, { noticeId: notice.id, cue });
  }
  return trie;
}

/** Adds the cues a text holds to those found so far. A cue inside a longer one of the same notice adds nothing. */
function findCues(trie: PhraseTrie<Cue>, text: readonly PhraseWord[], found: Map<string, Set<string>>): void {
  const coveredUntil = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    for (const { length, values } of trie.matchesAt(text, at)) {
      for (const { noticeId, cue } of values) {
        if (at + length <= (coveredUntil.get(noticeId) ?? 0)) continue;
        coveredUntil.set(noticeId, at + length);
        found.set(noticeId, (found.get(noticeId) ?? new Set()).add(cue));
      }
    }
  }
}

/** Helpdesks write a tag's words with underscores or hyphens, people with spaces. */
function tagKey(tag: string): string {
  return fold(tag)
    .replace(/[\s_-]+/g, " ")
    .trim();
}

/** Languages a ticket is read in: its own, or those of the notices when it does not tell. */
function readingLanguages(own: string[], notices: readonly Notice[]): (string | null)[] {
  if (own.length > 0) return own;
  return [null, ...new Set(notices.flatMap(({ language }) => (language === null ? [] : primaryLanguage(language))))];
}

/** Prepares notices for being looked for in many tickets. */
export function createNoticeMatcher(notices: readonly Notice[]): NoticeMatcher {
  const tries = new Map<string | null, PhraseTrie<Cue>>();

  function trieOf(language: string | null): PhraseTrie<Cue> {
    const trie = tries.get(language) ?? compile(notices, language);
    tries.set(language, trie);
    return trie;
  }

  return {
    concerning(ticket) {
      if (notices.length === 0) return [];
      const own = ticketLanguages(ticket);
      const found = new Map<string, Set<string>>();
      for (const language of notices.some(({ cues }) => cues.length > 0) ? readingLanguages(own, notices) : []) {
        for (const zone of readCustomerWords(ticket, language)) findCues(trieOf(language), zone, found);
      }
      const tags = new Set(ticket.tags.map(tagKey));
      return notices.flatMap((notice) => {
        if (own.length > 0 && !own.some((language) => isReadIn(notice, language))) return [];
        const cues = notice.cues.filter((cue) => found.get(notice.id)?.has(cue));
        const matchedCues = [...new Set([...cues, ...notice.tags.filter((tag) => tags.has(tagKey(tag)))])];
        const isForAll = notice.cues.length === 0 && notice.tags.length === 0;
        return isForAll || matchedCues.length > 0 ? [{ notice, matchedCues }] : [];
      });
    },
  };
}

type Dated = Pick<Notice, "publishedAt" | "expiresAt">;

/** Whether a notice holds at a moment (epoch milliseconds): from its publication until it expires. */
export function isInForce({ publishedAt, expiresAt }: Dated, nowMs: number): boolean {
  return Date.parse(publishedAt) <= nowMs && (expiresAt === null || nowMs < Date.parse(expiresAt));
}

/** When the next notice comes into force or expires, epoch milliseconds; null when none will. */
export function nextNoticeChange(notices: readonly Dated[], nowMs: number): number | null {
  const moments = notices.flatMap(({ publishedAt, expiresAt }) => [publishedAt, ...(expiresAt ? [expiresAt] : [])]);
  const ahead = moments.map((moment) => Date.parse(moment)).filter((atMs) => atMs > nowMs);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

const URGENCY: Record<NoticeSeverity, number> = { critical: 0, important: 1, info: 2 };

/** Newest first. */
export function byNewest(a: Pick<Notice, "id" | "publishedAt">, b: Pick<Notice, "id" | "publishedAt">): number {
  return Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || (a.id < b.id ? -1 : 1);
}

/** Most severe first, then newest. */
export function byUrgency(a: Notice, b: Notice): number {
  return URGENCY[a.severity] - URGENCY[b.severity] || byNewest(a, b);
}
