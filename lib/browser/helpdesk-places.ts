/**
 * Where helpdesk pages are: on the helpdesks' own domains, which the manifest names, and on hosts of a team's own. In
 * Firefox a pattern with a port matches nothing, and one without matches every port, as in Chrome: no pattern has one.
 */
import type { Helpdesk } from "../ticket";

/** A helpdesk on a host name of a team's own, for example `help.example.com`. */
export type HelpdeskHost = { host: string; helpdesk: Helpdesk };

/** `origin` is the match pattern to have permission for, `pages` the one that agents' pages lie under. */
export type HelpdeskPlace = HelpdeskHost & { origin: string; pages: string };

/** Paths agents work under. Not only tickets: from a list they open tickets without another page load. */
const AGENT_PATHS: Record<Helpdesk, string> = { zendesk: "/agent/*", freshdesk: "/a/*", zammad: "/*" };

const DOMAINS: Partial<Record<Helpdesk, string>> = { zendesk: "zendesk.com", freshdesk: "freshdesk.com" };

/** The same paths as Freshdesk's, other pages. */
const OTHER_PRODUCTS = ["freshservice.com"];

/** The match pattern of all of a host, as permissions are asked for. */
export function originOf(host: string): string {
  return `https://${host}/*`;
}

/** A host, or `*.` and a domain, as a place. */
export function placeOf({ host, helpdesk }: HelpdeskHost): HelpdeskPlace {
  return { host, helpdesk, origin: originOf(host), pages: `https://${host}${AGENT_PATHS[helpdesk]}` };
}

/** The helpdesks' own domains, as the manifest has them. */
export const DOMAIN_PLACES: HelpdeskPlace[] = (Object.entries(DOMAINS) as [Helpdesk, string][]).map(
  ([helpdesk, domain]) => placeOf({ helpdesk, host: `*.${domain}` }),
);

/** Whether a place takes in a host. */
export function isWithin(host: string, place: HelpdeskPlace): boolean {
  const domain = place.host.replace(/^\*\./, "");
  return host === domain || (domain !== place.host && host.endsWith(`.${domain}`));
}

/** The package's file that reads a helpdesk's pages. */
export function readerFile(helpdesk: Helpdesk): `/content-scripts/${Helpdesk}.js` {
  return `/content-scripts/${helpdesk}.js`;
}

const HOST_NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.|$))+$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;

/**
 * The host in what a person typed: an https address or a host name; path and port are ignored. Or why it cannot be
 * added: `notAHost`; `covered`, read anyway by the helpdesk's own domain; `otherProduct`, not supported.
 */
export function parseHost(typed: string): { host: string } | { problem: "notAHost" | "covered" | "otherProduct" } {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = url?.hostname.replace(/\.$/, "") ?? "";
  const isHost = HOST_NAME.test(host) || IPV6.test(host);
  if (url?.protocol !== "https:" || url.username !== "" || !isHost) return { problem: "notAHost" };
  if (DOMAIN_PLACES.some((place) => isWithin(host, place))) return { problem: "covered" };
  const isOther = OTHER_PRODUCTS.some((domain) => host === domain || host.endsWith(`.${domain}`));
  return isOther ? { problem: "otherProduct" } : { host };
}
