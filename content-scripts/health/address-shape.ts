/**
 * The words that addresses of helpdesk pages are made of. Any other part may be a name or a search, so it is not told,
 * however harmless it looks.
 */
const KNOWN_PARTS = new Set(
  [
    "a admin agent all_tickets articles canned_responses categories companies contacts conversations crm dashboard",
    "default details edit events explore filters folders groups helpdesk home inbox knowledge merge messaging",
    "my_tickets new open organizations reports requested_tickets requests search settings solutions support tickets",
    "users views workspaces",
  ].flatMap((line) => line.split(" ")),
);

/** `/agent/tickets/123/events?comment=7` as `/agent/tickets/{n}/events`: no host, no query, `{x}` for unknown parts. */
export function addressShape(url: URL): string {
  const shapeOf = (part: string) => {
    if (/^\d+$/.test(part)) return "{n}";
    return part === "" || KNOWN_PARTS.has(part) ? part : "{x}";
  };
  return url.pathname.split("/").slice(0, 20).map(shapeOf).join("/");
}
