import { render } from "preact";
import { browser } from "wxt/browser";
import { OptionsPage } from "../../components/options/OptionsPage";
import { createOptionsStore } from "../../lib/worker/options";
import { announceSettings } from "../../lib/worker/settings-channel";

const store = createOptionsStore({
  fetch: (request) => fetch(request),
  clientVersion: browser.runtime.getManifest().version,
  createId: () => crypto.randomUUID(),
  announce: announceSettings,
});

async function start(root: HTMLElement): Promise<void> {
  const { interfaceLanguage } = await store.load();
  render(<OptionsPage language={interfaceLanguage ?? navigator.language} {...store} />, root);
}

const root = document.getElementById("root");
if (root) start(root).catch((error: unknown) => console.error("Souffleur", error));
