/** Wired as the extension's entries do it, for `helpdesk-hosts.ts` to run in a page of the extension. */
import { watchActivePage } from "../../lib/browser/active-page";
import { createHelpdeskHosts } from "../../lib/browser/helpdesk-hosts";
import { helpdeskHostStore } from "../../lib/db/settings-database";

export const hosts = createHelpdeskHosts(helpdeskHostStore);

/** Keeps what the panel would draw, as `heardActivePage`. */
export async function follow(): Promise<void> {
  await watchActivePage((page) => Object.assign(globalThis, { heardActivePage: page }), helpdeskHostStore.read);
}
