import { render } from "preact";
import { auditLayout } from "./audit-layout";
import { drawScene, type Showing } from "./draw-scene";
import { GalleryIndex } from "./GalleryIndex";
import { compareSanitizers } from "./sanitizer";
import { SCENES } from "./scenes";
import { keepParentStill } from "./still-parent";

declare global {
  interface Window {
    /** For the browser tests: scenes one after the other without loading the page anew. */
    gallery: {
      names: string[];
      show(name: string, showing?: Showing): Promise<void>;
      /** The faults of what is drawn, one line each. */
      audit(): string[];
    };
  }
}

/**
 * `?scene=suggestions` draws one state, with `language`, `scheme` (`light`, `dark`), `dir` (`rtl`) and `text` (per cent)
 * if wanted; `?stage` waits for `window.gallery`; without any, all of them on one page.
 */
const query = new URLSearchParams(location.search);
const root = document.getElementById("root");
if (root) draw(root);

function draw(root: HTMLElement): void {
  const name = query.get("scene");
  if (query.has("sanitizer")) {
    compareSanitizers(root);
  } else if (query.has("stage")) {
    window.gallery = {
      names: Object.keys(SCENES),
      show: (name, showing) => drawScene(root, sceneCalled(name), showing),
      audit: () => auditLayout({ mayScroll: root.querySelector(".options-page") !== null }),
    };
  } else if (name !== null) {
    keepParentStill();
    void drawScene(root, sceneCalled(name), wanted()).then(() => {
      root.dataset.settled = "";
    });
  } else {
    render(<GalleryIndex />, root);
  }
}

function wanted(): Showing {
  const [language, scheme, dir, percent] = ["language", "scheme", "dir", "text"].map((name) => query.get(name));
  return {
    ...(language && { language }),
    ...(scheme && { scheme }),
    ...(dir && { dir }),
    ...(percent && { textPercent: Number(percent) }),
  };
}

function sceneCalled(name: string) {
  const scene = SCENES[name];
  if (!scene) throw new Error(`No scene is called ${name}`);
  return scene;
}
