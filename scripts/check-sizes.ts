/** Holds the builds against their size budgets, in kB gzip (1 kB = 1,000 bytes). Exits 1 when one is over. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const OUTPUT = resolve(import.meta.dirname, "../.output");
const TEXTS = resolve(import.meta.dirname, "../components/text");

/** A content script is in every page of the helpdesk; the panel's budget is for what loads before its worker. */
const BUDGETS_KB = { contentScript: 12, panel: 90 } as const;

function gzipKb(path: string): number {
  return gzipSync(readFileSync(path)).length / 1000;
}

/** Scripts and styles that the panel's page names, with what those scripts import at once. */
function panelFiles(build: string): string[] {
  const seen = new Set<string>();
  const add = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    if (!path.endsWith(".js")) return;
    const imports = readFileSync(path, "utf8").matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?\bfrom\s*)?"(\.[^"]+\.js)"/g,
    );
    for (const [, target = ""] of imports) add(join(path, "..", target));
  };
  const html = readFileSync(join(build, "sidepanel.html"), "utf8");
  for (const [, path = ""] of html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)) add(join(build, path));
  return [...seen];
}

/** The largest of the languages' texts for the panel: the panel fetches one of them before it draws. */
function largestTextKb(build: string): number {
  const languages = readdirSync(TEXTS).filter((name) => /^[a-z]{2}-panel\.ts$/.test(name));
  const sizes = languages.map((name) => {
    const [chunk] = readdirSync(join(build, "chunks")).filter((file) => file.startsWith(name.replace(".ts", "-")));
    if (!chunk) throw new Error(`no texts of ${name} in ${build}`);
    return gzipKb(join(build, "chunks", chunk));
  });
  return Math.max(...sizes);
}

let isOver = false;
function hold(name: string, kb: number, budgetKb: number): void {
  const verdict = kb <= budgetKb ? "" : "  OVER BUDGET";
  if (verdict) isOver = true;
  console.log(`${name.padEnd(40)} ${kb.toFixed(1).padStart(6)} kB of ${budgetKb}${verdict}`);
}

for (const name of ["chrome-mv3", "firefox-mv3"]) {
  const build = join(OUTPUT, name);
  const scripts = readdirSync(join(build, "content-scripts")).filter((file) => file.endsWith(".js"));
  for (const file of scripts) {
    hold(`${name}/${file}`, gzipKb(join(build, "content-scripts", file)), BUDGETS_KB.contentScript);
  }
  const panelKb = panelFiles(build).reduce((sum, path) => sum + gzipKb(path), largestTextKb(build));
  hold(`${name}/panel`, panelKb, BUDGETS_KB.panel);
}
process.exitCode = isOver ? 1 : 0;
