import { queueAcknowledgement } from "../db/acknowledgements";
import { readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import { writeMute } from "../db/muted-notices";
import { deleteTicketMark, putTicketMark } from "../db/ticket-marks";
import { byNewest, byUrgency } from "../ranking/notices";
import type { Ticket } from "../ticket";
import type { Events } from "./events";
import type { NoticeCommands, NoticeView } from "./protocol/notices";
import type { NameTicket } from "./ticket-names";
import {
  ASIDE_KIND,
  createNoticeBoard,
  isHidden,
  isToBeShown,
  type StandingNotice,
  type StandingNotices,
  versionRef,
} from "./ticket-notices";

type NoticeOptions = {
  database: LibraryDatabase;
  events: Events;
  nowMs: () => number;
  nameTicket: NameTicket;
  /** Called when the number of queued acknowledgements changed. */
  onQueued: () => Promise<void>;
  /** Tells this context's listeners, and other contexts, that notices or what was said of them changed. */
  onNoticesChanged: () => void;
  /** Calls back after a delay; without it nobody is told of notices that begin and expire meanwhile. */
  later?: (delayMs: number, callback: () => void) => void;
};

/** The commands on notices. */
export function createNoticeCommands(options: NoticeOptions): NoticeCommands {
  const { database, nowMs, nameTicket, onQueued, onNoticesChanged } = options;
  const board = createNoticeBoard(database, nameTicket);
  const awaitChange = createChangeTimer(options);

  async function read(ticket: Ticket | null): Promise<StandingNotices["notices"]> {
    const { notices, nextChangeMs } = await board.read(ticket, nowMs());
    awaitChange(nextChangeMs);
    return notices;
  }

  async function toViews(notices: StandingNotice[]): Promise<NoticeView[]> {
    const ids = new Set(notices.flatMap(({ articleId }) => articleId ?? []));
    const titles = new Map((await readArticles(database, [...ids])).map(({ id, title }) => [id, title]));
    return notices.map(({ concerns: _, ...notice }) => ({
      ...notice,
      articleTitle: notice.articleId === null ? null : (titles.get(notice.articleId) ?? null),
    }));
  }

  return {
    async noticesFor({ ticket }) {
      const standing = await read(ticket);
      return {
        notices: await toViews(standing.filter(isToBeShown).sort(byUrgency)),
        hiddenCount: standing.filter(isHidden).length,
        inForceCount: standing.length,
      };
    },
    async listNotices({ ticket }) {
      return toViews((await read(ticket)).sort(byNewest));
    },
    async acknowledgeNotice({ noticeId, version }) {
      const acknowledgedAt = new Date(nowMs()).toISOString();
      if (!(await queueAcknowledgement(database, { noticeId, version, acknowledgedAt }))) return;
      onNoticesChanged();
      await onQueued();
    },
    async muteNotice({ noticeId, version, isMuted }) {
      await writeMute(database, { noticeId, version }, isMuted);
      onNoticesChanged();
    },
    async setNoticeAside({ noticeId, version, ticket, isAside }) {
      const mark = { ticket: await nameTicket(ticket), kind: ASIDE_KIND, ref: versionRef({ noticeId, version }) };
      if (isAside) await putTicketMark(database, { ...mark, atMs: nowMs() });
      else await deleteTicketMark(database, mark);
      onNoticesChanged();
    },
  };
}

/** Browsers' timers hold 24 days at most, and stand still while a machine sleeps. */
const LONGEST_WAIT_MS = 6 * 60 * 60_000;

/** Tells this context when the clock has passed the moment given last, null: none. */
function createChangeTimer({ events, nowMs, later }: NoticeOptions): (changeMs: number | null) => void {
  let awaitedMs: number | null = null;

  function wait(changeMs: number): void {
    later?.(Math.min(LONGEST_WAIT_MS, Math.max(0, changeMs - nowMs())), () => {
      if (awaitedMs !== changeMs) return;
      if (nowMs() < changeMs) return wait(changeMs);
      awaitedMs = null;
      events.emit("noticesChanged", null);
    });
  }

  return (changeMs) => {
    if (changeMs === awaitedMs) return;
    awaitedMs = changeMs;
    if (changeMs !== null) wait(changeMs);
  };
}
