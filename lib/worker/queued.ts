import type { Queued } from "./protocol/outbox";

/** Whether something the agent said waits to be sent. */
export function isAnythingQueued({ flags, acknowledgements, gaps, drafts }: Queued): boolean {
  return flags + acknowledgements + gaps + drafts > 0;
}
