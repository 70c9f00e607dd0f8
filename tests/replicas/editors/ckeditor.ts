/**
 * Replica pages with the true CKEditor 5 in their composers. It is a test-only package under the GPL; nothing of it is
 * shipped (docs/decisions/2026-11-21-ckeditor-in-tests.md).
 */
import { readFileSync } from "node:fs";
import { type DeskOptions, renderDesk } from "../desk";

const readText = (url: URL) => readFileSync(url, "utf8");

const SOURCE = new URL("../../../node_modules/ckeditor5/dist/browser/ckeditor5.js", import.meta.url);
const COMPOSER = new URL("../living/ckeditor-composer.js", import.meta.url);

/** A Zendesk replica whose composers are CKEditor; wait for `ckeditorComposer.ready()` in the page. */
export function renderDeskWithCkeditor(options: Omit<DeskOptions, "helpdesk" | "composer">): string {
  const page = renderDesk({ ...options, helpdesk: "zendesk", composer: "real" });
  const kit = "globalThis.deskKit = ";
  const start = page.lastIndexOf("<script>", page.indexOf(kit));
  const end = page.indexOf("</script>", start) + "</script>".length;
  const source = readText(SOURCE).replaceAll("</script", "<\\/script");
  return [
    page.slice(0, end),
    `<script type="text/plain" id="ckeditor-source">${source}</script>`,
    `<script>${readText(COMPOSER)}</script>`,
    page.slice(end),
  ].join("\n");
}
