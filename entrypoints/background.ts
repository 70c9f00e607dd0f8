import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { noticeBadge } from "../components/text/notice-badge";
import { keepAccess } from "../lib/browser/access";
import { completeTickets, keepTabPages, openPanelOnAction, syncByAlarm } from "../lib/browser/background-listeners";
import { type BadgeSource, keepBadges } from "../lib/browser/badges";
import { createHelpdeskHosts } from "../lib/browser/helpdesk-hosts";
import { keepPageReadersUpToDate } from "../lib/browser/page-readers-command";
import { readPolicy } from "../lib/browser/policy";
import type { PageReader } from "../lib/contract/page-reader";
import { readPageReadersOf } from "../lib/db/page-readers";
import { helpdeskHostStore, readSettings } from "../lib/db/settings-database";
import { openBadgeNotices } from "../lib/worker/badge-notices";
import { isPanelOpen } from "../lib/worker/panel-presence";
import { syncOnce } from "../lib/worker/sync-once";

async function readPageReaders(): Promise<PageReader[]> {
  const { connection } = await readSettings();
  return connection ? readPageReadersOf(connection.libraryId) : [];
}

/** The administrator's word, or else the agent's. */
async function mayReadByApi(): Promise<boolean> {
  return (await readPolicy()).readHelpdeskApi ?? (await readSettings()).readByApi;
}

async function openBadges(): Promise<BadgeSource | null> {
  const { connection, interfaceLanguage } = await readSettings();
  const notices = connection && (await openBadgeNotices(connection.libraryId, Date.now()));
  if (!notices) return null;
  const languages = interfaceLanguage === null ? [navigator.language, ...navigator.languages] : [interfaceLanguage];
  return { ...notices, badgeFor: async (t) => noticeBadge(await notices.noticesFor(t), t.id, languages) };
}

async function syncUnlessPanelDoes(): Promise<void> {
  if (await isPanelOpen()) return;
  const [{ connection, shareLearning }, policy] = await Promise.all([readSettings(), readPolicy()]);
  const clientVersion = browser.runtime.getManifest().version;
  if (connection) await syncOnce({ ...connection, clientVersion }, policy.shareLearning ?? shareLearning);
}

export default defineBackground({
  type: "module",
  main() {
    keepTabPages();
    completeTickets(mayReadByApi);
    openPanelOnAction();
    keepAccess(createHelpdeskHosts(helpdeskHostStore));
    const copyPageReaders = keepPageReadersUpToDate(readPageReaders);
    const bringBadges = keepBadges(openBadges);
    // After a panel's passes too: it may have been closed before it could tell of a change.
    syncByAlarm(() => syncUnlessPanelDoes().finally(copyPageReaders).finally(bringBadges));
  },
});
