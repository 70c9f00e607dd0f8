import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { keepTabPages, openPanelOnAction, syncByAlarm } from "../lib/browser/background-listeners";
import { readSettings } from "../lib/db/settings-database";
import { isPanelOpen } from "../lib/worker/panel-presence";
import { syncOnce } from "../lib/worker/sync-once";

async function syncInBackground(): Promise<void> {
  if (await isPanelOpen()) return;
  const { connection } = await readSettings();
  if (connection) await syncOnce({ ...connection, clientVersion: browser.runtime.getManifest().version });
}

export default defineBackground({
  type: "module",
  main() {
    keepTabPages();
    openPanelOnAction();
    syncByAlarm(syncInBackground);
  },
});
