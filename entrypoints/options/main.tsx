import { render } from "preact";
import { browser } from "wxt/browser";
import { OptionsPage } from "../../components/options/OptionsPage";
import { readSettings } from "../../lib/db/settings-database";
import { createOptionsStore } from "../../lib/worker/options";
import { whileNobodySyncs } from "../../lib/worker/platform";
import { announceSettings } from "../../lib/worker/settings-channel";

const store = createOptionsStore({
  fetch: (request) => fetch(request),
  clientVersion: browser.runtime.getManifest().version,
  createId: () => crypto.randomUUID(),
  announce: announceSettings,
  whileNobodySyncs,
});

async function start(root: HTMLElement): Promise<void> {
  // Settings that cannot be read are for the page itself to tell.
  const { interfaceLanguage } = await readSettings().catch(() => ({ interfaceLanguage: null }));
  render(<OptionsPage language={interfaceLanguage ?? navigator.language} {...store} />, root);
}

const root = document.getElementById("root");
if (root) start(root).catch((error: unknown) => console.error("Souffleur", error));
