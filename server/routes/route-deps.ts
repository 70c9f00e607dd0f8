import type { Clock } from "../clock";
import type { Database } from "../db/database";
import type { Metrics } from "../metrics/metrics";
import type { ServerSettings } from "../settings";

/** What route makers get. */
export type RouteDeps = {
  db: Database;
  clock: Clock;
  settings: ServerSettings;
  metrics: Metrics;
  /** Null: nobody may read the metrics. */
  metricsToken: string | null;
  /** Whether the process has been asked to stop. */
  isStopping: () => boolean;
};
