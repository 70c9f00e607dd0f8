import type { ActivePage } from "../../../lib/browser/active-page";
import type { PageReport } from "../../../lib/ticket";
import { pageWith, ticketPage } from "../../components/support";
import { library, press, type Scene } from "../scene";

const unreadable = pageWith({
  state: "unreadable",
  helpdesk: "zendesk",
  ticketId: "4711",
  missing: ["subject", "messages"],
  readBy: {},
});
const partlyRead = reportOf({
  readBy: { subject: "omni-header-subject", messages: "omni-log-comment", channel: "via-label" },
  gaps: ["older", "roles"],
});
const readByApi = reportOf({ readBy: { subject: "omni-header-subject", messages: "api", channel: "api" } });

function reportOf(more: Partial<Extract<PageReport, { state: "ticket" }>>): ActivePage {
  const page = ticketPage();
  return page.report?.state === "ticket" ? pageWith({ ...page.report, ...more }) : page;
}

function openDetails(root: HTMLElement): void {
  press(root, ".health-mark");
}

/** How well the page in front could be read, down to not at all. */
export const healthScenes: Record<string, Scene> = {
  noHelpdesk: { library: library(), page: pageWith(null) },
  noTicket: { library: library(), page: pageWith({ state: "none", helpdesk: "freshdesk" }) },
  unreadable: { library: library(), page: unreadable },
  unreadableOpen: { library: library(), page: unreadable, act: openDetails },
  partly: { library: library(), page: partlyRead, act: openDetails },
  partlyClosed: { library: library(), page: partlyRead },
  partlyFrench: { library: library(), page: partlyRead, act: openDetails, language: "fr" },
  wellOpen: { library: library(), page: readByApi, act: openDetails },
  noAccess: { library: library(), page: { ...pageWith(null), missingAccess: ["https://*.zendesk.com/*"] } },
  noAccessRefused: {
    library: library(),
    page: { ...pageWith(null), missingAccess: ["https://*.zendesk.com/*", "https://help.acme.example/*"] },
    actions: { requestAccess: async () => false },
    act: (root) => press(root, ".state-actions button"),
  },
};
