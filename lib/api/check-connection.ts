/**
 * Tells apart the ways a sync endpoint can be wrong. A browser gives every failed request the same error, so what is
 * behind it is probed: an answer without CORS says that the address is reached but is no API of ours; an answer to plain
 * http on the same address says that only the encryption fails.
 */

import { parseEndpoint } from "../contract/endpoint";
import { API_VERSION, type Me } from "../contract/me";
import { ApiError } from "./api-error";
import { createApiClient, type Fetch } from "./client";

/**
 * What a test of the sync endpoint found. `insecure`: not https and not loopback. `tls`: something answers there, but
 * no trusted encrypted connection comes about. `clientTooOld` / `serverTooOld`: the two do not fit together.
 */
export type ConnectionCheck =
  | { outcome: "fine"; me: Me }
  | {
      outcome:
        | "invalidAddress"
        | "insecure"
        | "unreachable"
        | "tls"
        | "notOurApi"
        | "wrongToken"
        | "serverTooOld"
        | "clientTooOld";
    }
  | { outcome: "serverError"; status: number };

type CheckOptions = {
  /** As typed; see `parseEndpoint`. */
  endpoint: string;
  token: string;
  clientVersion: string;
  fetch: Fetch;
  timeoutMs?: number;
};

const DEFAULT_TIMEOUT_MS = 10_000;

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (let part = 0; part < 3; part += 1) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether anything at all answers at an address; the answer itself stays closed to us. */
async function answers(url: string, fetch: Fetch, timeoutMs: number): Promise<boolean> {
  const init = { mode: "no-cors", credentials: "omit", cache: "no-store", redirect: "follow" } as const;
  try {
    await fetch(new Request(url, { ...init, referrerPolicy: "no-referrer", signal: AbortSignal.timeout(timeoutMs) }));
    return true;
  } catch {
    // No answer is the answer.
    return false;
  }
}

/** What stands behind a request that got no answer. Neither probe carries the token. */
async function explainSilence(endpoint: string, fetch: Fetch, timeoutMs: number): Promise<ConnectionCheck> {
  if (await answers(endpoint, fetch, timeoutMs)) return { outcome: "notOurApi" };
  if (!endpoint.startsWith("https:")) return { outcome: "unreachable" };
  const { hostname, port } = new URL(endpoint);
  const plain = [`http://${hostname}:${port === "" ? 443 : port}/`, ...(port === "" ? [`http://${hostname}/`] : [])];
  for (const url of plain) if (await answers(url, fetch, timeoutMs)) return { outcome: "tls" };
  return { outcome: "unreachable" };
}

function judge(me: Me, clientVersion: string): ConnectionCheck {
  if (me.apiVersion < API_VERSION) return { outcome: "serverTooOld" };
  if (me.apiVersion > API_VERSION || compareVersions(clientVersion, me.oldestClient) < 0)
    return { outcome: "clientTooOld" };
  return { outcome: "fine", me };
}

function explain(error: ApiError): ConnectionCheck {
  if (error.kind === "unauthorized" || error.kind === "forbidden") return { outcome: "wrongToken" };
  if (error.kind === "clientTooOld") return { outcome: "clientTooOld" };
  if (error.kind === "serverError" || error.kind === "rateLimited")
    return { outcome: "serverError", status: error.status ?? 0 };
  return { outcome: "notOurApi" };
}

/** Tries an endpoint with a token. Never throws for anything the network or the server may do. */
export async function checkConnection(options: CheckOptions): Promise<ConnectionCheck> {
  const { fetch, token, clientVersion } = options;
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const parsed = parseEndpoint(options.endpoint);
  if ("problem" in parsed) return { outcome: parsed.problem };
  const { endpoint } = parsed;
  try {
    return judge(await createApiClient({ endpoint, token, clientVersion, fetch, timeoutMs }).me(), clientVersion);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.kind === "network" ? explainSilence(endpoint, fetch, timeoutMs) : explain(error);
  }
}
