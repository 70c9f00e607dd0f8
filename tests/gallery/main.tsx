import { signal } from "@preact/signals";
import { render } from "preact";
import { App } from "../../components/App";
import { createPageActions, NOW_MS, ticketPage } from "../components/support";
import { OptionsScene } from "./options-scenes";
import { compareSanitizers } from "./sanitizer";
import { SCENES, type Scene } from "./scenes";

/**
 * `?scene=suggestions` draws one state, `?options=unreachable` the options page; without either, a list of all.
 * Time stands still at the moment the builders call now.
 */
const query = new URLSearchParams(location.search);
const root = document.getElementById("root");
if (root) draw(root);

function draw(root: HTMLElement): void {
  const name = query.get("scene");
  const language = query.get("language") ?? "en";
  const outcome = query.get("options");
  if (query.has("sanitizer")) {
    compareSanitizers(root);
  } else if (outcome !== null) {
    render(<OptionsScene language={language} outcome={outcome} isEmpty={query.has("empty")} />, root);
  } else if (name !== null) {
    drawScene(root, SCENES[name] ?? {}, language);
  } else {
    render(<SceneList />, root);
  }
}

function drawScene(root: HTMLElement, scene: Scene, language: string): void {
  render(
    <App
      library={signal(scene.library ?? null)}
      activePage={signal(scene.page ?? ticketPage())}
      language={signal(scene.language ?? language)}
      suggestWhen={signal("balanced")}
      openOptions={() => undefined}
      copyText={scene.copyText ?? (async () => undefined)}
      openUrl={() => undefined}
      nowMs={() => NOW_MS}
      page={createPageActions(scene.actions)}
      about={{ version: "0.1.0", browser: navigator.userAgent }}
    />,
    root,
  );
  // The fake library answers at once; one turn later its answer is drawn.
  setTimeout(() => void scene.act?.(root), 50);
}

function SceneList() {
  return (
    <ul>
      {Object.keys(SCENES).map((name) => (
        <li key={name}>
          <a href={`?scene=${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
