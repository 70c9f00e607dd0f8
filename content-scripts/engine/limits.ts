import type { TICKET_LIMITS } from "../../lib/ticket";

/** The limits of lib/ticket.ts. Its schemas would weigh down every helpdesk page; the type keeps the numbers the same. */
export const LIMITS: typeof TICKET_LIMITS = {
  messageText: 20_000,
  shortText: 1_000,
  messages: 200,
  tags: 100,
  fields: 100,
};

/** The first `maxLength` UTF-16 units of a text, without half a character at the end. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;

  return text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, "");
}
