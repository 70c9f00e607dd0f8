import type { Ticket } from "../../lib/ticket";

export type SampleArticle = { title: string; summary: string };

/** The made-up ticket of the first steps; on no helpdesk, so nothing can be written into it. */
export function sampleTicket({ subject, message }: { subject: string; message: string }): Ticket {
  return {
    ...{ helpdesk: "zendesk", id: "sample", url: "https://sample.invalid/", subject },
    messages: [{ id: "1", role: "customer", sentAt: null, text: message }],
    ...{ tags: [], fields: {}, channel: null },
  };
}
