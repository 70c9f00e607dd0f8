import { act } from "preact/test-utils";
import type { NoticeView } from "../../../lib/worker/protocol/notices";
import { createNotice, createTicketNotices } from "../notices";
import { type DrawAppOptions, drawApp, settle } from "../render";
import { createFakeLibrary, NOW_MS } from "../support";

export const EXPRESS = createNotice({ needsAcknowledgement: true });
export const HOURS = createNotice({ id: "hours", title: "The phone line is closed", severity: "info" });
export const APP = createNotice({ id: "app", title: "The app shows delivery windows", severity: "info" });
export const FEES = createNotice({ id: "fees", title: "New fees", severity: "info" });

/** The panel with these notices, and what it told the library of them. */
export async function draw(
  notices: NoticeView[],
  more: Parameters<typeof createFakeLibrary>[0] = {},
  app: DrawAppOptions = {},
) {
  let current = createTicketNotices(notices);
  const told: string[] = [];
  const { library, emit } = createFakeLibrary({
    noticesFor: async ({ ticket }) => (ticket === null ? { ...current, notices: [] } : current),
    listNotices: async () => current.notices,
    acknowledgeNotice: async ({ noticeId, version }) => void told.push(`understood ${noticeId}/${version}`),
    muteNotice: async ({ noticeId, isMuted }) => void told.push(`${isMuted ? "muted" : "unmuted"} ${noticeId}`),
    setNoticeAside: async ({ noticeId, isAside }) => void told.push(`${isAside ? "aside" : "back"} ${noticeId}`),
    ...more,
  });
  const drawn = await drawApp({ library, nowMs: () => NOW_MS, ...app });
  const change = async (next: NoticeView[], overrides = {}) => {
    current = createTicketNotices(next, overrides);
    await act(() => emit("noticesChanged", null));
    await settle();
  };
  return { ...drawn, told, change };
}

export const shownIn = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>("[data-notice]")].map(({ dataset }) => dataset.notice);
