import { percentile } from "../relevance/metrics";

/** How long tickets of a length took, in milliseconds. */
export type TicketFigures = { words: number; p50Ms: number; p95Ms: number };

export function ticketFigures(words: number, timesMs: number[]): TicketFigures {
  return { words, p50Ms: percentile(timesMs, 0.5), p95Ms: percentile(timesMs, 0.95) };
}

/** `value` in lines of one width. */
export function printFigure(name: string, value: string): void {
  console.log(`  ${name.padEnd(44)} ${value}`);
}

export function printTickets(figures: TicketFigures[]): void {
  for (const { words, p50Ms, p95Ms } of figures) {
    printFigure(`ticket of ${words} words`, `p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms`);
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
