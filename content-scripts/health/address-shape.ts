/**
 * The words that addresses of helpdesk pages are made of. Any other part may be a name or a search, so it is not told,
 * however harmless it looks.
 */
const KNOWN_PARTS = new Set(
  [
    "a admin agent all_tickets articles canned_responses categories companies contacts conversations crm dashboard",
    "create default desktop details edit events explore filters folders groups helpdesk home inbox knowledge merge messaging",
    "my_tickets new open organizations reports requested_tickets requests search settings solutions support ticket tickets",
    "users views workspaces zoom",
  ].flatMap((line) => line.split(" ")),
);

function shapeOf(path: string): string {
  const parts = path.split("/").slice(0, 20);
  return parts
    .map((part) => {
      if (/^\d+$/.test(part)) return "{n}";
      return part === "" || KNOWN_PARTS.has(part) ? part : "{x}";
    })
    .join("/");
}

/**
 * `/agent/tickets/123/events?comment=7` as `/agent/tickets/{n}/events`: no host, no query, `{x}` for unknown parts. A hash
 * counts where it is a path of its own, as in `/#ticket/zoom/123`.
 */
export function addressShape({ pathname, hash }: URL): string {
  return shapeOf(pathname) + (hash.includes("/") ? `#${shapeOf(hash.slice(1))}` : "");
}
