/** The parts of a ticket that speak for the customer's need, cleaned, each with what its words weigh. */
import { cleanMessage } from "../text/clean-message";
import { detectLanguages } from "../text/detect-language";
import { REPLY_PREFIX } from "../text/mail/reply-prefix";
import type { Ticket } from "../ticket";
import { ZONE_WEIGHTS } from "./weights";

export type Zone = { text: string; weight: number };

/** Text longer than this, per zone, is cut: logs and forwarded threads say no more in their second half. */
const MAX_ZONE_LENGTH = 12_000;

/** Of all messages together no more is read, the newest first. */
const MAX_TICKET_LENGTH = 40_000;

/** The newest zones whole until the ticket is long enough; the subject always. */
function cutTicket([subject, ...messages]: Zone[]): Zone[] {
  let left = MAX_TICKET_LENGTH;
  const kept = messages.toReversed().map(({ text, weight }) => {
    const own = text.slice(0, left);
    left -= own.length;
    return { text: own, weight };
  });
  return [...(subject ? [subject] : []), ...kept.toReversed().filter(({ text }) => text !== "")];
}

/** Subject, customers' and agents' messages, in this order and oldest first; notes and bots are left out. */
export function zonesOf(ticket: Ticket): Zone[] {
  const isReply = REPLY_PREFIX.test(ticket.subject);
  const subjectWeight = isReply ? ZONE_WEIGHTS.replySubject : ZONE_WEIGHTS.subject;
  const zones: Zone[] = [{ text: ticket.subject.replace(REPLY_PREFIX, ""), weight: subjectWeight }];
  const newest = ticket.messages.findLastIndex((message) => message.role === "customer");
  ticket.messages.forEach((message, position) => {
    if (message.role === "customer") {
      const weight = position === newest ? ZONE_WEIGHTS.newestCustomerMessage : ZONE_WEIGHTS.customerMessage;
      zones.push({ text: cleanMessage(message.text), weight });
    } else if (message.role === "agent") {
      zones.push({ text: cleanMessage(message.text), weight: ZONE_WEIGHTS.agentMessage });
    }
  });
  return cutTicket(zones.map((zone) => ({ ...zone, text: zone.text.slice(0, MAX_ZONE_LENGTH) })));
}

/**
 * Languages of the customer's own words, the most used first; empty when they do not tell. A ticket that quotes another
 * language or changes to it has several.
 */
export function ticketLanguages(ticket: Ticket): string[] {
  const customer = ticket.messages.filter((message) => message.role === "customer").map((message) => message.text);
  return detectLanguages([ticket.subject, ...customer].join("\n")).map(({ language }) => language);
}
