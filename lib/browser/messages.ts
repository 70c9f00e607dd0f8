/** Every message between the extension's contexts. Worker traffic has its own file, `lib/worker/protocol.ts`. */
import { z } from "../contract/zod";
import { pageReportSchema } from "../ticket";

/**
 * What a helpdesk page shows has changed. `pageId` is made anew by each page load, so that a late word from a page that
 * is gone cannot pass for the one in its place.
 */
export const ticketChangedSchema = z.object({
  type: z.literal("ticketChanged"),
  pageId: z.uuid(),
  report: pageReportSchema,
});
export type TicketChanged = z.infer<typeof ticketChangedSchema>;

/** Another library is in use, or its page-reader updates have changed; which they are is read from the library. */
export const pageReadersChangedSchema = z.object({ type: z.literal("pageReadersChanged") });
export type PageReadersChanged = z.infer<typeof pageReadersChangedSchema>;

/** Another library is in use, or its notices have changed, or what was said of them; which they are is read from the library. */
export const noticesChangedSchema = z.object({ type: z.literal("noticesChanged") });
export type NoticesChanged = z.infer<typeof noticesChangedSchema>;

/** A panel has a ticket in front that its page shows in part only; the background may ask the helpdesk for the rest. */
export const completeTicketSchema = z.object({ type: z.literal("completeTicket"), tabId: z.int().nonnegative() });
export type CompleteTicket = z.infer<typeof completeTicketSchema>;
