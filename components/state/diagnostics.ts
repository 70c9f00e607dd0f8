import type { Diagnosis } from "../../lib/page-commands";
import type { About } from "../ui";
import type { ReadReport } from "./reading-health";

/**
 * What an administrator needs to find out why a page was not read, as JSON: names of strategies, selectors and counts,
 * no text, no name and no id. `page` is null when it could not be reached.
 */
export function diagnosticsText(about: About, report: ReadReport, page: Diagnosis | null): string {
  const { helpdesk, state, readBy, missing } = report;
  const found = report.state === "ticket" ? { gaps: report.gaps, messages: report.ticket.messages.length } : {};
  const reader = { helpdesk, state, readBy, missing, ...found };
  return JSON.stringify(
    { souffleur: about.version, browser: about.browser, reader, page: page ?? "not reached" },
    null,
    2,
  );
}
