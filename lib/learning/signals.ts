/** What an agent does with an article beside a ticket, as far as it says that the article fits the ticket. */
export type Signal = "opened" | "linked" | "linkCopied" | "inserted" | "quoted" | "answerCopied" | "helpful";

/**
 * How much of one ticket each signal is worth. A stronger one takes the place of a weaker one on the same ticket.
 *
 * Opening is a guess from title and passage, often the first of several, and favours what stood on top already; sent to
 * the customer, or on the way there, the article was judged to fit by somebody who had read both.
 */
export const SIGNAL_STRENGTHS: Readonly<Record<Signal, number>> = {
  opened: 0.2,
  linked: 1,
  linkCopied: 1,
  inserted: 1,
  quoted: 1,
  answerCopied: 1,
  helpful: 1,
};
