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
  /** Whether this version is set aside for the ticket. */
  isAside: boolean;
  /** Whether the agent dealt with an earlier version: it says something else since then. */
  isChanged: boolean;
};

export type TicketNotices = {
  /** Those to be shown, most severe first, then newest. */
  notices: NoticeView[];
  /** How many more concern the ticket that the agent has muted, or set aside for it. */
  hiddenCount: number;
  /** How many are in force in all. */
  inForceCount: number;
};

export type NoticeCommands = {
  /**
   * The notices that concern a ticket: in force, in a language of the ticket, neither muted nor set aside for it, and not
   * understood already. Without a ticket there are none to show.
   */
  noticesFor(request: { ticket: Ticket | null }): Promise<TicketNotices>;
  /** Every notice in force, newest first, whatever was said of it. */
  listNotices(request: { ticket: Ticket | null }): Promise<NoticeView[]>;
  /** Notes that the agent has understood a version; it is sent with the next pass. Saying so twice changes nothing. */
  acknowledgeNotice(request: { noticeId: string; version: number }): Promise<void>;
  /** Keeps a version out of sight on this machine, or shows it again. A later version comes all the same. */
  muteNotice(request: { noticeId: string; version: number; isMuted: boolean }): Promise<void>;
  /** Sets a version aside for one ticket, or takes that back. */
  setNoticeAside(request: { noticeId: string; version: number; ticket: Ticket; isAside: boolean }): Promise<void>;
};

export type NoticeEvents = {
  /** Notices, what was said of them, or which are in force, are others than before; lists on screen should be asked for again. */
  noticesChanged: null;
};
