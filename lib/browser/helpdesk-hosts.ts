import type { Helpdesk } from "../ticket";

/** A helpdesk on a host name of its own. Without `isGranted` the browser does not let the extension read it. */
export type HelpdeskHostState = { host: string; helpdesk: Helpdesk; isGranted: boolean; isFromPolicy: boolean };

/**
 * `notAHost`: what was typed is no https address. `covered`: the helpdesk's own domain is read anyway. `otherProduct`:
 * a product with the same addresses that is not supported (Freshservice). `refused`: the agent said no to the browser.
 */
export type AddHostOutcome = "added" | "notAHost" | "covered" | "otherProduct" | "refused";

/** The options page's way to the helpdesks' hosts. `add` and `grant` ask the browser: call them straight from a click. */
export type HelpdeskHosts = {
  load(): Promise<HelpdeskHostState[]>;
  add(typed: string, helpdesk: Helpdesk): Promise<AddHostOutcome>;
  grant(host: string): Promise<boolean>;
  remove(host: string): Promise<void>;
};
