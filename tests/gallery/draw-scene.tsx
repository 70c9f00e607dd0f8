import { signal } from "@preact/signals";
import { render } from "preact";
import { App } from "../../components/App";
import { OptionsPage } from "../../components/options/OptionsPage";
import { loadLazyViews } from "../../components/sidebar/lazy-views";
import { type InterfaceText, loadText, type WholeText } from "../../components/text/text";
import { NOW_MS, ticketPage } from "../components/support";
import {
  createHosts,
  createPageActions,
  createShell,
  createStart,
  createStoredOptions,
} from "../components/surroundings";
import type { Scene } from "./scene";
import { settled } from "./settled";

/** How a scene is shown; what is left out is as the browser has it. */
export type Showing = { language?: string; scheme?: string; dir?: string; textPercent?: number };

/** Draws a scene into the page, brings it into its state, and resolves when nothing changes any more. */
export async function drawScene(root: HTMLElement, scene: Scene, showing: Showing = {}): Promise<void> {
  render(null, root);
  await loadLazyViews();
  setUp(document.documentElement, showing);
  const words = await wordsOf(scene.language ?? showing.language ?? "en", showing.dir);
  render(scene.options ? optionsPage(scene.options, words) : sidebar(scene, words), root);
  await settled(root);
  await scene.act?.(root);
  await settled(root);
}

/** The words, written the other way round if wanted: `dir` without a language that is. */
async function wordsOf(language: string, dir: string | undefined): Promise<InterfaceText<WholeText>> {
  const words = await loadText([language]);
  return dir === "rtl" ? { ...words, direction: "rtl" } : words;
}

function setUp(page: HTMLElement, { scheme, textPercent }: Showing): void {
  page.style.colorScheme = scheme ?? "";
  page.style.fontSize = textPercent ? `${textPercent}%` : "";
}

/** The sidebar, with the time standing still at the moment the builders call now. */
function sidebar(scene: Scene, words: InterfaceText) {
  return (
    <App
      library={signal(scene.library ?? null)}
      activePage={signal(scene.page ?? ticketPage())}
      words={signal(words)}
      suggestWhen={signal("balanced")}
      start={createStart()}
      shell={createShell()}
      openOptions={() => undefined}
      copyText={scene.copyText ?? (async () => undefined)}
      openUrl={() => undefined}
      nowMs={() => NOW_MS}
      page={createPageActions(scene.actions)}
      about={{ version: "0.1.0", browser: navigator.userAgent }}
      {...scene.app}
    />
  );
}

function optionsPage(options: NonNullable<Scene["options"]>, words: InterfaceText<WholeText>) {
  return (
    <OptionsPage
      words={words}
      load={async () => createStoredOptions()}
      check={async () => ({ outcome: "unreachable" })}
      save={async () => undefined}
      discardLibrary={async () => undefined}
      repairSettings={async () => undefined}
      reopenFirstRun={async () => undefined}
      setLanguage={async () => undefined}
      setReadByApi={async () => undefined}
      setSuggestWhen={async () => undefined}
      setShareLearning={async () => undefined}
      lastLessons={async () => []}
      forgetLearned={async () => undefined}
      hosts={createHosts()}
      {...options}
    />
  );
}
