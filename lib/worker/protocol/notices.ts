/** What the sidebar may ask about notices: dated pushes of the team (lib/contract/notice.ts). */
import type { Notice } from "../../contract/notice";
import type { Ticket } from "../../ticket";

/** A notice as it stands for this agent and one ticket. */
export type NoticeView = Notice & {
  /** Title of the article it names; null when it names none, or one that is not in the library. */
  articleTitle: string | null;
  /** Cues and tags by which the ticket matched, as the team wrote them; empty when it concerns every ticket. */
  matchedCues: string[];
  /** Whether this agent has understood this version of it. */
  isAcknowledged: boolean;
  /** Whether this agent does not want to see this version of it again. */
  isMuted: boolean;
};

export type NoticeCommands = {
  /**
   * The notices that concern a ticket, most severe first, then newest: in force, in a language of the ticket, neither muted nor
   * set aside for this ticket, and not understood already.
   */
  noticesFor(request: { ticket: Ticket }): Promise<NoticeView[]>;
  /** Every notice in force, newest first, whatever was said of it. */
  listNotices(): Promise<NoticeView[]>;
  /** Notes that the agent has understood a version; it is sent with the next pass. Saying so twice changes nothing. */
  acknowledgeNotice(request: { noticeId: string; version: number }): Promise<void>;
  /** Keeps a version out of sight on this machine, or shows it again. A later version comes all the same. */
  muteNotice(request: { noticeId: string; version: number; isMuted: boolean }): Promise<void>;
  /** Sets a notice aside for one ticket, or takes that back. */
  setNoticeAside(request: { noticeId: string; version: number; ticket: Ticket; isAside: boolean }): Promise<void>;
};

export type NoticeEvents = {
  /** Notices, or what was said of them, are others than before; lists on screen should be asked for again. */
  noticesChanged: null;
};
