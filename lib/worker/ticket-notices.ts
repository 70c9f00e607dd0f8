/** How the team's notices stand for this agent and a ticket: what the panel shows of them, and the toolbar's badge. */
import type { Notice } from "../contract/notice";
import { readAcknowledgements } from "../db/acknowledgements";
import type { LibraryDatabase } from "../db/library-database";
import { readMutes } from "../db/muted-notices";
import { readNotices } from "../db/notices";
import { readTicketMarks } from "../db/ticket-marks";
import { createNoticeMatcher, isInForce, type NoticeMatcher, nextNoticeChange } from "../ranking/notices";
import type { Ticket } from "../ticket";
import type { NoticeView } from "./protocol/notices";
import type { NameTicket } from "./ticket-names";

/** `concerns`: it is one for the ticket, whatever the agent said of it. */
export type StandingNotice = Omit<NoticeView, "articleTitle"> & { concerns: boolean };

/** Notices in force, in no order, and when (epoch milliseconds) the next one begins or ends to be; null when none will. */
export type StandingNotices = { notices: StandingNotice[]; nextChangeMs: number | null };

export type NoticeBoard = {
  /** How the notices stand at a moment, for a ticket or, with null, for none. */
  read(ticket: Ticket | null, nowMs: number): Promise<StandingNotices>;
};

/** The kind of mark that sets a notice aside for a ticket. */
export const ASIDE_KIND = "noticeAside";

type Version = { noticeId: string; version: number };

/** One version of a notice, as marks name it. */
export function versionRef({ noticeId, version }: Version): string {
  return `${noticeId}/${version}`;
}

function versionOf(ref: string): Version {
  const slash = ref.lastIndexOf("/");
  return { noticeId: ref.slice(0, slash), version: Number(ref.slice(slash + 1)) };
}

/** Versions of each notice that something was said of. */
type Versions = ReadonlyMap<string, readonly number[]>;

function gather(said: Version[]): Versions {
  const versions = new Map<string, number[]>();
  for (const { noticeId, version } of said) versions.set(noticeId, [...(versions.get(noticeId) ?? []), version]);
  return versions;
}

/** Reads the database each time; what it takes to look for notices in tickets is kept until they change. */
export function createNoticeBoard(database: LibraryDatabase, nameTicket: NameTicket): NoticeBoard {
  let prepared: { key: string; matcher: NoticeMatcher } | null = null;

  function matcherOf(notices: Notice[]): NoticeMatcher {
    const key = JSON.stringify(notices);
    if (prepared?.key !== key) prepared = { key, matcher: createNoticeMatcher(notices) };
    return prepared.matcher;
  }

  async function readAside(ticket: Ticket | null): Promise<Version[]> {
    if (ticket === null) return [];
    const marks = await readTicketMarks(database, await nameTicket(ticket));
    return marks.filter(({ kind }) => kind === ASIDE_KIND).map(({ ref }) => versionOf(ref));
  }

  return {
    async read(ticket, nowMs) {
      const all = await readNotices(database);
      const nextChangeMs = nextNoticeChange(all, nowMs);
      const inForce = all.filter((notice) => isInForce(notice, nowMs));
      if (inForce.length === 0) return { notices: [], nextChangeMs };
      const [acknowledged, muted, aside] = await Promise.all([
        readAcknowledgements(database).then(gather),
        readMutes(database).then(gather),
        // Without the marks none counts as set aside: a notice too many is better than none at all.
        readAside(ticket).then(gather, () => gather([])),
      ]);
      const matches = ticket === null ? [] : matcherOf(inForce).concerning(ticket);
      const cuesById = new Map(matches.map(({ notice, matchedCues }) => [notice.id, matchedCues]));
      const notices = inForce.map((notice): StandingNotice => {
        const { id, version } = notice;
        const saidOf = [acknowledged, muted, aside].flatMap((said) => said.get(id) ?? []);
        return {
          ...notice,
          concerns: cuesById.has(id),
          matchedCues: cuesById.get(id) ?? [],
          isAcknowledged: acknowledged.get(id)?.includes(version) ?? false,
          isMuted: muted.get(id)?.includes(version) ?? false,
          isAside: aside.get(id)?.includes(version) ?? false,
          isChanged: saidOf.some((earlier) => earlier < version),
        };
      });
      return { notices, nextChangeMs };
    },
  };
}

/** Whether the agent has muted a notice that concerns the ticket, or set it aside for it. */
export function isHidden({ concerns, isAcknowledged, isMuted, isAside }: StandingNotice): boolean {
  return concerns && !isAcknowledged && (isMuted || isAside);
}

/** Whether a notice is to be shown beside the ticket. */
export function isToBeShown({ concerns, isAcknowledged, isMuted, isAside }: StandingNotice): boolean {
  return concerns && !isAcknowledged && !isMuted && !isAside;
}
