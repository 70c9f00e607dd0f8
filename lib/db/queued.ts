/** How many of each kind of what the agent said wait to be sent. */
export type Queued = { flags: number; acknowledgements: number; gaps: number; drafts: number };

/** Whether something the agent said waits to be sent. */
export function isAnythingQueued({ flags, acknowledgements, gaps, drafts }: Queued): boolean {
  return flags + acknowledgements + gaps + drafts > 0;
}
