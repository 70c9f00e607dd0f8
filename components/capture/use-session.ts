import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Library } from "../../lib/worker/protocol";
import type { DraftState } from "../../lib/worker/protocol/outbox";
import { usePanelModel } from "../state/panel-model";
import { createDraftSession, type DraftSession } from "./draft-session";

/** The draft written last, as long as the panel lives: who looks at an article in between finds it as it was. */
const latest = new WeakMap<Library, { key: string; session: DraftSession }>();

/** The language of a draft that no ticket tells. */
export function useInterfaceLanguage(): string {
  return document.documentElement.lang.split("-")[0] || "en";
}

/** The session of a draft or a ticket: the one left before when it is still being written, otherwise a new one. */
function sessionFor(library: Library, key: string, draftId: string | null): DraftSession {
  const before = latest.get(library);
  const isSame =
    before !== undefined && (before.key === key || (draftId !== null && before.session.id.peek() === draftId));
  if (isSame && before.session.view.peek().state === "writing") return before.session;
  const session = createDraftSession(library);
  latest.set(library, { key, session });
  return session;
}

/** Begins the page's draft once, and keeps what is typed when the page goes. */
export function useSession(draftId: string | null, drafts: DraftState[] | null): DraftSession {
  const { library, teaching, ticket } = usePanelModel();
  const language = useInterfaceLanguage();
  // Taken once: a draft stays with the ticket it was begun from, whichever tab comes to the front.
  const { session, inFront } = useMemo(
    () => ({
      session: sessionFor(library, draftId ?? ticket.peek()?.key ?? "", draftId),
      inFront: teaching.ticket(),
    }),
    [library, draftId],
  );
  const draft = drafts?.find(({ id }) => id === draftId);
  const isListed = drafts !== null;
  useEffect(() => {
    if (session.view.peek().state !== "loading") return;
    if (draft) session.goOnWith(draft);
    else if (draftId !== null && isListed) session.beginEmpty(language);
    else if (draftId === null && inFront) void session.begin(inFront);
    else if (draftId === null) session.beginEmpty(language);
  }, [session, isListed]);
  // Deleted, here or in another panel: what is typed next must not bring it back under its name.
  const keptId = session.id.value;
  const isInList = keptId !== null && drafts?.some(({ id }) => id === keptId) === true;
  const listedId = useRef<string | null>(null);
  if (isInList) listedId.current = keptId;
  const isGone = keptId !== null && listedId.current === keptId && !isInList;
  useEffect(() => {
    if (isGone) session.forgetKept();
  }, [session, isGone]);
  useEffect(() => {
    const leave = () => session.leave();
    const leaveWhenHidden = () => document.visibilityState === "hidden" && leave();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leaveWhenHidden);
    return () => {
      document.removeEventListener("visibilitychange", leaveWhenHidden);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [session]);
  return session;
}
