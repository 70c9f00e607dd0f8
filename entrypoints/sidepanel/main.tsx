import { type ReadonlySignal, signal } from "@preact/signals";
import { render } from "preact";
import { browser } from "wxt/browser";
import { App } from "../../components/App";
import type { InterfaceText } from "../../components/text/text";
import { type ActivePage, watchActivePage } from "../../lib/browser/active-page";
import { createBrowserShell } from "../../lib/browser/browser-shell";
import { pageActions } from "../../lib/browser/page-actions";
import { helpdeskHostStore } from "../../lib/db/settings-database";
import { createPanelLibrary } from "../../lib/worker/panel-library";
import type { Library } from "../../lib/worker/protocol";
import LibraryWorker from "./library-worker?worker";
import { followSettings, showsImages, suggestWhen } from "./panel-settings";
import { createStart } from "./panel-start";
import { tellBackground } from "./tell-background";

const library = signal<Library | null>(null);
const activePage = signal<ActivePage>({ tabId: null, report: null, missingAccess: [] });
const about = { version: browser.runtime.getManifest().version, browser: navigator.userAgent };

const report = (error: unknown) => console.error("Souffleur", error);
const reportFailure = (work: Promise<unknown>) => void work.catch(report);

const panelLibrary = createPanelLibrary(
  () => new LibraryWorker(),
  about.version,
  (opened) => {
    library.value = opened;
    tellBackground(opened, report);
  },
);

const panel = (words: ReadonlySignal<InterfaceText>) => (
  <App
    library={library}
    activePage={activePage}
    words={words}
    suggestWhen={suggestWhen}
    openOptions={() => reportFailure(browser.runtime.openOptionsPage())}
    copyText={(text) => navigator.clipboard.writeText(text)}
    openUrl={(url) => reportFailure(browser.tabs.create({ url }))}
    nowMs={Date.now}
    page={pageActions}
    about={about}
    showsImages={showsImages}
    start={createStart(about.version, report)}
    shell={createBrowserShell()}
  />
);
const root = document.getElementById("root") ?? document.body;
const settings = followSettings(about.version, panelLibrary.follow, report);
reportFailure(
  settings.then((words) => {
    // The shapes that stood in for the panel go in the same frame.
    root.replaceChildren();
    render(panel(words), root);
  }),
);
reportFailure(watchActivePage((page) => (activePage.value = page), helpdeskHostStore.read));
