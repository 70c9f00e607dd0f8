import type { TicketMessage } from "../ticket";

/** Session storage holds 10 MB for all tabs; of one ticket the newest messages up to this many characters are kept. */
const MAX_TICKET_LENGTH = 200_000;

/** The newest messages of a ticket that are not too long together. */
export function newestMessages(messages: TicketMessage[]): TicketMessage[] {
  let length = 0;
  const tooFar = messages.findLastIndex((message) => {
    length += message.text.length;
    return length > MAX_TICKET_LENGTH;
  });
  return messages.slice(tooFar + 1);
}
