import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What a server counts, each app in a registry of its own. No label names an agent, an article or a ticket. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Upper bounds in seconds: a poll takes a millisecond or two, a page of changes tens, an export's page hundreds. */
const BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the counters of one app. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requestSeconds: new Histogram({
      ...{ name: "souffleur_request_duration_seconds", help: "Time to answer a request.", registers },
      ...{ labelNames: ["method", "route", "status"], buckets: BUCKETS_S },
    }),
    inFlight: new Gauge({ name: "souffleur_requests_in_flight", help: "Requests being answered.", registers }),
    polls: new Counter({
      ...{ name: "souffleur_polls_total", help: "Requests for changes, by whether there were any.", registers },
      labelNames: ["result"],
    }),
    changesSent: new Counter({ name: "souffleur_changes_sent_total", help: "Changes sent to agents.", registers }),
    flags: new Counter({
      ...{ name: "souffleur_flags_total", help: "Flags that came in, by what became of them.", registers },
      labelNames: ["result"],
    }),
    rateLimited: new Counter({
      ...{ name: "souffleur_rate_limited_total", help: "Requests turned away for their number.", registers },
      labelNames: ["limit"],
    }),
    databaseErrors: new Counter({
      name: "souffleur_database_unavailable_total",
      ...{ help: "Requests the database could not be asked for.", registers },
    }),
    articles: new Gauge({
      ...{ name: "souffleur_articles", help: "Articles in the database, by status.", registers },
      labelNames: ["status"],
    }),
    workingCopies: new Gauge({
      ...{ name: "souffleur_working_copies", help: "Articles being written, by status.", registers },
      labelNames: ["status"],
    }),
    flagCases: new Gauge({
      ...{ name: "souffleur_flag_cases", help: "Cases of flags, by status.", registers },
      labelNames: ["status"],
    }),
    overdueCases: new Gauge({
      ...{ name: "souffleur_flag_cases_overdue", help: "Open cases whose day has passed.", registers },
    }),
  };
}

/** Adds the figures of the process itself: memory, CPU, event loop. Once a process. */
export function addProcessMetrics({ registry }: Metrics): void {
  collectDefaultMetrics({ register: registry });
}
