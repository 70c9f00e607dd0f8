import type { RunReport } from "../import/report";
import type { CommandContext } from "./command";

/** Without a terminal a line comes this often, in milliseconds. */
const LINE_EVERY_MS = 10_000;

const SIGNS = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

/** Tells how far an import has come: in one place on a terminal, else in a line now and then. */
export function createImportProgress({ err, clock, showProgress }: CommandContext) {
  let lastLineAt = clock();
  let turns = 0;
  let shown: string | null = null;
  return {
    /** A line that stays. */
    say(line: string) {
      showProgress?.(null);
      err(line);
      if (shown !== null) showProgress?.(shown);
    },
    show(report: RunReport) {
      const text = inWords(report);
      turns += 1;
      if (showProgress) {
        shown = `${SIGNS[turns % SIGNS.length]} ${text}`;
        showProgress(shown);
      } else if (clock() - lastLineAt >= LINE_EVERY_MS) {
        lastLineAt = clock();
        err(text);
      }
    },
    end() {
      shown = null;
      showProgress?.(null);
    },
  };
}

function inWords({ read, new: added, changed, unchanged, bad, archived }: RunReport): string {
  const parts = [`${read} read`, `${added} new`, `${changed} changed`, `${unchanged} unchanged`];
  if (bad > 0) parts.push(`${bad} bad`);
  if (archived > 0) parts.push(`${archived} archived`);
  return parts.join(", ");
}
