import type { PageReport } from "../ticket";

/** What stands in the tab in front of the panel's own window. `report` is null when it is no helpdesk page. */
export type ActivePage = { tabId: number | null; report: PageReport | null };
