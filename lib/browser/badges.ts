/**
 * The toolbar button of each tab says how many of the team's notices concern the ticket in it, so that they reach agents
 * whose panel is closed. What is said is worked out anew from what is stored, each time something may have changed it.
 */
import { browser } from "wxt/browser";
import { z } from "../contract/zod";
import type { Ticket } from "../ticket";
import { type NoticesChanged, noticesChangedSchema } from "./messages";
import { onTabPageChanged, readTabPage, tabsWithPages } from "./tab-pages";

/** `title` says in words what the badge says in figures. */
export type Badge = { count: number; title: string; isCritical: boolean };

/** The library's notices, at hand until they are closed. */
export type BadgeSource = {
  /** Null when none concerns the ticket. */
  badgeFor(ticket: Ticket): Promise<Badge | null>;
  /** Whether any is in force. */
  hasNotices: boolean;
  /** When the clock will have changed which are in force, epoch milliseconds; null: it will not. */
  nextChangeMs: number | null;
  close(): void;
};

/** White on either is read at 4.5 to 1 or better, and both stand out from light and dark toolbars. */
export const BADGE_COLOURS = { text: "#ffffff", usual: "#0e7f77", critical: "#cf3b30" } as const;

/** Pages report in bursts while they are drawn. */
const REPORT_DELAY_MS = 250;

const ALARM = "notices";
const RESTING_KEY = "badgesRest";

/** Set while there is no notice to look for: reports then cost one look into session storage. */
async function isResting(): Promise<boolean> {
  const stored = await browser.storage.session.get(RESTING_KEY);
  return z.literal(true).safeParse(stored[RESTING_KEY]).success;
}

async function rest(isToRest: boolean): Promise<void> {
  if ((await isResting()) !== isToRest) await browser.storage.session.set({ [RESTING_KEY]: isToRest });
}

async function awaitChange(nextChangeMs: number | null): Promise<void> {
  const set = (await browser.alarms.get(ALARM)) as { scheduledTime: number } | undefined;
  if ((set?.scheduledTime ?? null) === nextChangeMs) return;
  if (nextChangeMs === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: nextChangeMs });
}

/**
 * For the background: keeps the badges right, by what `open` answers (null: no library, or no notice in it). Answers a
 * function that works all of them out anew, to be called after a sync.
 */
export function keepBadges(open: () => Promise<BadgeSource | null>): () => Promise<void> {
  let queue: Promise<void> = Promise.resolve();
  let reported = new Set<number>();

  /** One round after the other, so that the newest has the last word. */
  function inTurn(round: () => Promise<void>): Promise<void> {
    const done = queue.then(round);
    queue = done.catch((error: unknown) => console.error("Souffleur: badges could not be brought up to date", error));
    return queue;
  }

  async function showAll(tabIds: number[]): Promise<void> {
    const source = await open();
    try {
      await rest(source?.hasNotices !== true);
      await awaitChange(source?.nextChangeMs ?? null);
      for (const tabId of tabIds) await showOn(tabId, source);
    } finally {
      source?.close();
    }
  }

  const refresh = () => inTurn(async () => showAll(await tabsWithPages()));

  onTabPageChanged((tabId) => {
    if (reported.size === 0) {
      setTimeout(() => {
        const tabIds = [...reported];
        reported = new Set();
        void inTurn(async () => ((await isResting()) ? undefined : showAll(tabIds)));
      }, REPORT_DELAY_MS);
    }
    reported.add(tabId);
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void refresh();
  });
  const ownPages = browser.runtime.getURL("/");
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const isOwn = sender.id === browser.runtime.id && sender.url?.startsWith(ownPages);
    if (isOwn && noticesChangedSchema.safeParse(message).success) void refresh();
    return undefined;
  });
  return refresh;
}

async function showOn(tabId: number, source: BadgeSource | null): Promise<void> {
  const page = source?.hasNotices ? await readTabPage(tabId) : null;
  const badge = source && page?.state === "ticket" ? await source.badgeFor(page.ticket) : null;
  try {
    await (badge ? set(tabId, badge) : clear(tabId));
  } catch {
    // The tab has closed meanwhile, and its badge with it.
  }
}

async function set(tabId: number, { count, title, isCritical }: Badge): Promise<void> {
  const { text, usual, critical } = BADGE_COLOURS;
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: String(Math.min(count, 99)) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: isCritical ? critical : usual }),
    browser.action.setBadgeTextColor({ tabId, color: text }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

async function clear(tabId: number): Promise<void> {
  if ((await browser.action.getBadgeText({ tabId })) === "") return;
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: "" }),
    browser.action.setTitle({ tabId, title: browser.runtime.getManifest().action?.default_title ?? "Souffleur" }),
  ]);
}

/** For an extension page: notices changed, or another library is in use. Waits for no answer. */
export function tellNoticesChanged(): void {
  const message: NoticesChanged = { type: "noticesChanged" };
  // No background to hear it: the next alarm brings the badges up to date.
  browser.runtime.sendMessage(message).catch(() => undefined);
}
