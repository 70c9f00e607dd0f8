import pino from "pino";
import type { Clock } from "./clock";
import type { LogForm } from "./config";

export type LogLevel = "debug" | "info" | "warn" | "error";

/**
 * Writes one line. `fields` are figures, names and ids: never a token, a cursor, a comment or the text of an article.
 * Debug lines are for developers and not written by a server.
 */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/** A log in the given form; each line goes to `write` without its line end. */
export function createLog(form: LogForm, write: (line: string) => void, clock: Clock): Log {
  if (form === "off") return () => undefined;
  return form === "json" ? createJsonLog(write, clock) : createTextLog(write, clock);
}

/** Only failures, on the console: for servers inside tests and demos. */
export const logFailures: Log = (level, message, fields) => {
  if (level === "error") console.error(message, fields ?? "");
};

function createJsonLog(write: (line: string) => void, clock: Clock): Log {
  const logger = pino(
    {
      base: null,
      messageKey: "message",
      timestamp: () => `,"time":"${new Date(clock()).toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write: (line: string) => write(line.trimEnd()) },
  );
  return (level, message, fields = {}) => logger[level](fields, message);
}

function createTextLog(write: (line: string) => void, clock: Clock): Log {
  return (level, message, fields = {}) => {
    if (level === "debug") return;
    const time = new Date(clock()).toISOString().slice(11, 23);
    const rest = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
    write([time, level.padEnd(5), message, ...rest.map(([name, value]) => `${name}=${textOf(value)}`)].join(" "));
  };
}

function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
