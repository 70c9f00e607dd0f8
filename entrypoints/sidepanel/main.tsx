import { signal } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { App } from "../../components/App";
import { type ActivePage, watchActivePage } from "../../lib/browser/active-page";
import { deliverOutboxSoon } from "../../lib/browser/background-listeners";
import { readSettings } from "../../lib/db/settings-database";
import type { Library } from "../../lib/worker/protocol";
import { onSettingsChanged } from "../../lib/worker/settings-channel";
import { connectLibrary } from "../../lib/worker/transport";
import LibraryWorker from "./library-worker?worker";

const library = signal<Library | null>(null);
const activePage = signal<ActivePage>({ tabId: null, report: null });
const language = signal(navigator.language);
let worker: Worker | null = null;

/** A changed connection gets a worker of its own, so that nothing of the earlier library is left in memory. */
async function openLibrary(): Promise<void> {
  const { connection, interfaceLanguage } = await readSettings();
  worker?.terminate();
  worker = null;
  language.value = interfaceLanguage ?? navigator.language;
  if (!connection) {
    library.value = null;
    return;
  }
  worker = new LibraryWorker();
  const { libraryId, endpoint, token } = connection;
  worker.postMessage({ libraryId, endpoint, token, clientVersion: browser.runtime.getManifest().version });
  const connected = connectLibrary(worker);
  connected.on("flagsChanged", (flags) => {
    if (flags.some((flag) => flag.state === "queued")) reportFailure(deliverOutboxSoon());
  });
  library.value = connected;
}

function reportFailure(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error("Souffleur", error));
}

function Panel() {
  return (
    <App
      library={library}
      activePage={activePage}
      language={language.value}
      openOptions={() => reportFailure(browser.runtime.openOptionsPage())}
      copyText={(text) => navigator.clipboard.writeText(text)}
      openUrl={(url) => reportFailure(browser.tabs.create({ url }))}
      nowMs={Date.now}
    />
  );
}

const root = document.getElementById("root");
if (root) render(<Panel />, root);
onSettingsChanged(() => reportFailure(openLibrary()));
reportFailure(openLibrary());
reportFailure(watchActivePage((page) => (activePage.value = page)));
