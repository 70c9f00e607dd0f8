import { render } from "preact";
import { browser } from "wxt/browser";
import { OptionsPage } from "../../components/options/OptionsPage";
import { loadText, wantedLanguages } from "../../components/text/text";
import { tellNoticesChanged } from "../../lib/browser/badges";
import { createHelpdeskHosts } from "../../lib/browser/helpdesk-hosts";
import { tellPageReadersChanged } from "../../lib/browser/page-readers-command";
import { readPolicy } from "../../lib/browser/policy";
import { helpdeskHostStore, readSettings } from "../../lib/db/settings-database";
import { createOptionsStore } from "../../lib/worker/options";
import { whileNobodySyncs } from "../../lib/worker/platform";
import { announceSettings } from "../../lib/worker/settings-channel";

const store = createOptionsStore({
  fetch: (request) => fetch(request),
  clientVersion: browser.runtime.getManifest().version,
  createId: () => crypto.randomUUID(),
  announce() {
    announceSettings();
    // With no panel open, the page readers of another library reach open tickets by this.
    tellPageReadersChanged();
    // So do the notices, and the language of what the toolbar's button says of them.
    tellNoticesChanged();
  },
  readPolicy,
  whileNobodySyncs,
});

const hosts = createHelpdeskHosts(helpdeskHostStore);

async function start(root: HTMLElement): Promise<void> {
  // Settings that cannot be read are for the page itself to tell.
  const { interfaceLanguage } = await readSettings().catch(() => ({ interfaceLanguage: null }));
  const words = await loadText(wantedLanguages(interfaceLanguage, navigator));
  render(<OptionsPage words={words} {...store} hosts={hosts} />, root);
}

const root = document.getElementById("root");
if (root) start(root).catch((error: unknown) => console.error("Souffleur", error));
