import { createLastUse } from "../agents/last-use";
import { createApp } from "../app";
import { purgeTombstones } from "../articles/purge-tombstones";
import { portSchema } from "../config-variables";
import { purgeLearned } from "../learning/purge-learned";
import { type RunningServer, startServer } from "../listen";
import { createLog } from "../log";
import { addProcessMetrics, createMetrics } from "../metrics/metrics";
import { showConfig } from "../show-config";
import { purgeUsage } from "../usage/purge-usage";
import { SERVER_VERSION } from "../versions";
import { type Command, type CommandContext, CommandError } from "./command";
import { openConfiguredDatabase } from "./open-configured-database";
import { parseOptions } from "./parse-options";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

const options = { port: { type: "string" }, host: { type: "string" }, data: { type: "string" } } as const;

/**
 * How long a deletion is told to clients, in milliseconds: half a year. A client that was away for longer reads everything
 * anew. Older ones are thrown away at each start.
 */
const TOMBSTONES_KEPT_MS = 180 * 86_400_000;

/** `serve`: answers the API until the process is asked to stop. */
export const serve: Command = async (args, context) => {
  const { values } = parseOptions({ args, options });
  const port = values.port === undefined ? context.config.port : parsePort(values.port);
  const host = values.host ?? context.config.host;
  // Before anything is open, so that a signal that comes meanwhile still finds the way to a tidy end.
  const stopped = context.waitForStop();
  let isStopping = false;
  const { config, clock } = context;
  const log = createLog(config.log, context.logLine ?? context.err, clock);
  log("info", "configuration", showConfig({ ...config, port, host, dataDir: values.data ?? config.dataDir }));
  const { db, close } = await openConfiguredDatabase(context, values.data, config);
  try {
    await purgeTombstones(db, clock() - TOMBSTONES_KEPT_MS);
    await purgeLearned(db, clock());
    await purgeUsage(db, clock());
    const lastUse = createLastUse(db);
    const metrics = createMetrics();
    addProcessMetrics(metrics);
    const { settings, metricsToken } = config;
    const app = createApp({
      ...{ db, clock, settings, lastUse, log, metrics, metricsToken },
      isStopping: () => isStopping,
    });
    const server = await listen({ app, host, port });
    announce(context, server, host);
    await stopped;
    isStopping = true;
    context.err("Stopping.");
    await server.close();
    await lastUse.flush();
  } finally {
    await close();
  }
  return 0;
};

function parsePort(text: string): number {
  const parsed = portSchema.safeParse(text.trim() || "none");
  if (!parsed.success) throw new CommandError("--port: expected a port from 0 to 65535.");
  return parsed.data;
}

async function listen(address: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  try {
    return await startServer(address);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`The address ${address.host}:${address.port} cannot be had: ${reason}`);
  }
}

function announce({ out, err }: CommandContext, server: RunningServer, host: string): void {
  if (!LOOPBACK.test(host)) {
    err(
      `Warning: ${host} can be reached from other machines and this server speaks plain HTTP. ` +
        "Put TLS in front of it (a reverse proxy); the extension refuses http beyond this machine.",
    );
  }
  out(`Souffleur server ${SERVER_VERSION} listens on ${server.url} (Ctrl-C stops it)`);
}
