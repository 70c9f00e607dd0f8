import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { CLIENT_VERSION_HEADER, clientVersionSchema } from "../../lib/contract/me";
import { ProblemError } from "./problem";

/** Turns away extensions older than `oldestClient`. A request without the header is no extension's and passes. */
export function checkClientVersion(oldestClient: string) {
  return createMiddleware(async (c, next) => {
    const version = c.req.header(CLIENT_VERSION_HEADER);
    if (version !== undefined) {
      if (!clientVersionSchema.safeParse(version).success) {
        throw new ProblemError("invalid_request", `${CLIENT_VERSION_HEADER}: expected major.minor.patch`);
      }
      if (isOlder(version, oldestClient)) {
        throw new ProblemError("client_too_old", `This server accepts version ${oldestClient} and later.`);
      }
    }
    await next();
  });
}

/** Tells whether `checkClientVersion` lets a request pass; remembers its last yes, since most clients are of one version. */
export function acceptsVersions(oldestClient: string): (c: Context) => boolean {
  let accepted: string | undefined;
  return (c) => {
    const version = c.req.header(CLIENT_VERSION_HEADER);
    if (version === undefined || version === accepted) return true;
    if (!clientVersionSchema.safeParse(version).success || isOlder(version, oldestClient)) return false;
    accepted = version;
    return true;
  };
}

function isOlder(version: string, other: string): boolean {
  const parts = version.split(".").map(Number);
  const otherParts = other.split(".").map(Number);
  for (const [index, part] of parts.entries()) {
    const difference = part - (otherParts[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
