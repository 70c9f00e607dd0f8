/**
 * Both sanitisers in one real browser, side by side: `?sanitizer` writes the differences and the faults as JSON into
 * the page, and shows every hostile body in the live document, so that a request would be seen by whoever watches.
 */
import { finishBody } from "../../components/article-body/finish-body";
import { createNativeSanitizer } from "../../components/article-body/native-sanitizer";
import { createPurifySanitizer } from "../../components/article-body/purify-sanitizer";
import type { SanitizeBody } from "../../components/article-body/sanitize";
import { en } from "../../components/text/en";
import { HOSTILE_BODIES, remainsOf } from "../components/article-body/hostile-bodies";
import { BODY_HTML } from "./articles";

/** Runs every body through both and reports. */
export function compareSanitizers(root: HTMLElement): void {
  const native = createNativeSanitizer(window);
  if (!native) {
    root.textContent = JSON.stringify({ native: false });
    return;
  }
  const purify = createPurifySanitizer(window);
  const bodies = [...HOSTILE_BODIES, { name: "an article", bodyHtml: BODY_HTML, text: null }];
  const results = bodies.map(({ name, bodyHtml, text }) => {
    const [byBrowser, byPurify] = [show(root, native, bodyHtml), show(root, purify, bodyHtml)];
    return {
      name,
      faults: [...remainsOf(byBrowser), ...remainsOf(byPurify)],
      text: text === null || byBrowser.textContent?.trim() === text ? null : byBrowser.textContent,
      difference: byBrowser.innerHTML === byPurify.innerHTML ? null : [byBrowser.innerHTML, byPurify.innerHTML],
    };
  });
  const report = document.createElement("pre");
  report.id = "report";
  const telling = results.filter(({ faults, text, difference }) => faults.length > 0 || text !== null || difference);
  report.textContent = JSON.stringify({ native: true, compared: results.length, telling }, null, 1);
  root.append(report);
}

function show(root: HTMLElement, sanitize: SanitizeBody, bodyHtml: string): HTMLElement {
  const shown = document.createElement("div");
  root.append(shown);
  shown.append(finishBody(sanitize(bodyHtml), null, en.article));
  return shown;
}
