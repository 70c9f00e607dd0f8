/**
 * Notices for the ticket in front. As with suggestions, every answer is kept with the key of the ticket it was asked for, so
 * that one ticket's notices cannot stand beside another's.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { Ticket } from "../../lib/ticket";
import type { Library } from "../../lib/worker/protocol";
import type { NoticeView, TicketNotices } from "../../lib/worker/protocol/notices";
import { createStill } from "./still";
import type { TicketInFront } from "./ticket-in-front";

/** What the agent can say of a notice. */
export type NoticeWord = "understood" | "aside" | "muted";

/** A notice the agent dealt with last, and the place it had among those shown. */
export type HandledNotice = { notice: NoticeView; word: NoticeWord; position: number };

export type PanelNotices = {
  view: ReadonlySignal<TicketNotices>;
  /** Beside the ticket in front; null when nothing was dealt with there. */
  handled: ReadonlySignal<HandledNotice | null>;
  /** The notice of which the last word could not be saved; null when all is well. */
  notSavedId: ReadonlySignal<string | null>;
  /** Ids of those that stand open, the latest last. */
  opened: ReadonlySignal<readonly string[]>;
  /** Whether all of them are listed, not the first few only. */
  showsAll: ReadonlySignal<boolean>;
  setOpened(id: string, isOpened: boolean): void;
  setShowsAll(showsAll: boolean): void;
  /** Says something of a notice; false when it could not be saved. */
  say(notice: NoticeView, word: NoticeWord): Promise<boolean>;
  /** Takes back the last word; one that was understood stays so. */
  undo(): Promise<boolean>;
  /** Every notice in force, for the page of all. */
  list(): Promise<NoticeView[]>;
  /** Shows a notice again that was muted, or set aside for the ticket in front. Rejects when that cannot be saved. */
  showAgain(notice: NoticeView): Promise<void>;
  /** Mutes a notice. Rejects when that cannot be saved. */
  mute(notice: NoticeView): Promise<void>;
  /** Calls back when the list of all should be asked for again; the answer ends it. */
  onChanged(listener: () => void): () => void;
  dispose(): void;
};

const NO_NOTICES: TicketNotices = { notices: [], hiddenCount: 0, inForceCount: 0 };

/** As many stand open at once, so that the suggestions stay in sight. */
const MAX_OPENED = 2;

/** What is kept of one ticket. `opened` null: the agent has not opened or closed any, and the first one is. */
type Beside = {
  key: string;
  handled: HandledNotice | null;
  notSavedId: string | null;
  opened: readonly string[] | null;
  showsAll: boolean;
};

/** Asks the library whenever the ticket or the notices change; while the list `isHeld`, what changes waits. */
export function createNotices(
  library: Library,
  activePage: ReadonlySignal<ActivePage>,
  front: ReadonlySignal<TicketInFront | null>,
  isHeld: ReadonlySignal<boolean>,
): PanelNotices {
  // `of` is the ticket it was asked for; `key` is empty while that one is still being read.
  const answered = createStill<{ key: string; of: string; answer: TicketNotices }>(isHeld);
  const kept = signal<Beside | null>(null);
  let latestRequest = 0;
  /** Keys beside which a word is being saved: the library tells of that change before it answers. */
  const saying: string[] = [];
  let isAskDue = false;

  /** The panel without a ticket has a key too: it still tells how many notices there are. */
  const key = computed(() => front.value?.key ?? "none");
  const view = computed(() => {
    const shown = answered.shown.value;
    return shown?.of === key.value ? shown.answer : NO_NOTICES;
  });
  const beside = computed(() => (kept.value?.key === key.value ? kept.value : besideNew(key.value)));
  const opened = computed(() => beside.value.opened ?? view.value.notices.slice(0, 1).map(({ id }) => id));

  const ticketInFront = (page: ActivePage): Ticket | null =>
    page.report?.state === "ticket" ? page.report.ticket : null;
  const ticket = () => ticketInFront(activePage.peek());

  function keep(change: Partial<Beside>): void {
    kept.value = { ...beside.peek(), ...change };
  }

  async function ask(asking: string, about: Ticket | null, isOwnAct = false): Promise<void> {
    if (saying.includes(asking)) {
      isAskDue = true;
      return;
    }
    const request = ++latestRequest;
    // Notices that cannot be read are not missed by the list beside them; the cause is logged where it arose.
    const answer = await library.noticesFor({ ticket: about }).catch(() => null);
    if (request !== latestRequest || !answer) return;
    // One without the ticket, which is still being read, says nothing of it: the first that does is not held back.
    answered[isOwnAct ? "change" : "take"]({ key: about ? asking : "", of: asking, answer });
  }
  const askAgain = () => void ask(key.peek(), ticket());

  /** Saves a word and shows what became of it; until then no answer of the library changes what is shown. */
  async function withoutAnswers<T>(work: (about: string) => Promise<T>): Promise<T> {
    const about = key.peek();
    saying.push(about);
    latestRequest++;
    isAskDue = true;
    try {
      return await work(about);
    } finally {
      saying.splice(saying.indexOf(about), 1);
      if (isAskDue && !saying.includes(key.peek())) {
        isAskDue = false;
        void ask(key.peek(), ticket(), true);
      }
    }
  }

  async function save(notice: NoticeView, word: NoticeWord, isSo: boolean): Promise<void> {
    const { id: noticeId, version } = notice;
    const about = ticket();
    if (word === "understood") return library.acknowledgeNotice({ noticeId, version });
    if (word === "muted") return library.muteNotice({ noticeId, version, isMuted: isSo });
    if (about) await library.setNoticeAside({ noticeId, version, ticket: about, isAside: isSo });
  }

  const show = (answer: TicketNotices) => answered.change({ key: key.peek(), of: key.peek(), answer });

  function takeOff(notice: NoticeView, word: NoticeWord): void {
    const { notices, hiddenCount, inForceCount } = view.peek();
    const position = notices.findIndex(({ id }) => id === notice.id);
    const left = notices.filter(({ id }) => id !== notice.id);
    const next = left[position]?.id;
    const others = opened.peek().filter((id) => id !== notice.id && id !== next);
    const nowHidden = hiddenCount + (word === "understood" ? 0 : 1);
    keep({
      handled: { notice, word, position: Math.max(0, position) },
      notSavedId: null,
      opened: [...others, ...(next === undefined ? [] : [next])].slice(-MAX_OPENED),
    });
    show({ notices: left, hiddenCount: nowHidden, inForceCount });
  }

  function putBack({ notice, position }: HandledNotice): void {
    const { notices, hiddenCount, inForceCount } = view.peek();
    const others = notices.filter(({ id }) => id !== notice.id);
    const all = [...others.slice(0, position), notice, ...others.slice(position)];
    keep({ handled: null, opened: [...opened.peek(), notice.id].slice(-MAX_OPENED) });
    show({ notices: all, hiddenCount: hiddenCount - 1, inForceCount });
  }

  const stopFollowing = effect(() => void ask(key.value, ticketInFront(activePage.value)));
  const stopListening = library.on("noticesChanged", askAgain);
  const stopTitles = library.on("articlesChanged", () => {
    // The article that a notice names may come after it.
    if (view.peek().notices.some(({ articleId, articleTitle }) => articleId !== null && articleTitle === null))
      askAgain();
  });

  return {
    view,
    handled: computed(() => beside.value.handled),
    notSavedId: computed(() => beside.value.notSavedId),
    opened,
    showsAll: computed(() => beside.value.showsAll),
    setOpened(id, isOpened) {
      const others = opened.peek().filter((one) => one !== id);
      keep({ opened: isOpened ? [...others, id].slice(-MAX_OPENED) : others });
    },
    setShowsAll: (showsAll) => keep({ showsAll }),
    say: (notice, word) =>
      withoutAnswers(async (about) => {
        const isSaved = await save(notice, word, true).then(
          () => true,
          // The agent is told, and may press again.
          () => false,
        );
        if (about !== key.peek()) return isSaved;
        if (isSaved) takeOff(notice, word);
        else keep({ notSavedId: notice.id });
        return isSaved;
      }),
    undo: () =>
      withoutAnswers(async () => {
        const { handled } = beside.peek();
        if (!handled || handled.word === "understood") return false;
        const isSaved = await save(handled.notice, handled.word, false).then(
          () => true,
          // The line stays, and with it the way to try again.
          () => false,
        );
        if (isSaved && beside.peek().handled === handled) putBack(handled);
        return isSaved;
      }),
    list: () => library.listNotices({ ticket: ticket() }),
    async showAgain(notice) {
      const { handled } = beside.peek();
      if (notice.isMuted) await save(notice, "muted", false);
      if (notice.isAside) await save(notice, "aside", false);
      if (handled?.notice.id === notice.id) keep({ handled: null });
    },
    mute: (notice) => save(notice, "muted", true),
    onChanged: (listener) => library.on("noticesChanged", listener),
    dispose() {
      stopFollowing();
      stopListening();
      stopTitles();
      answered.dispose();
      latestRequest++;
    },
  };
}

function besideNew(key: string): Beside {
  return { key, handled: null, notSavedId: null, opened: null, showsAll: false };
}
