import { type Helpdesk, helpdeskSchema } from "../../lib/ticket";

/** Names as their makers write them, the same in every language. */
export const HELPDESK_NAMES: Record<Helpdesk, string> = {
  zendesk: "Zendesk",
  freshdesk: "Freshdesk",
  zammad: "Zammad",
};

/** The host in a match pattern: `*.zendesk.com` of `https://*.zendesk.com/*`. */
export function hostOf(origin: string): string {
  return /^[^/]*\/\/([^/]+)/.exec(origin)?.[1] ?? origin;
}

/** What the hosts of match patterns are called: the helpdesk on its own domain, otherwise the host itself. */
export function namesOf(origins: string[]): string[] {
  const names = origins.map((origin) => {
    const host = hostOf(origin);
    const helpdesk = helpdeskSchema.options.find((known) => host.endsWith(`.${known}.com`));
    return helpdesk ? HELPDESK_NAMES[helpdesk] : host;
  });
  return [...new Set(names)];
}
