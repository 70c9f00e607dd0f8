import type { ApiReadAnswer } from "../../lib/page-commands";
import type { ToolPage } from "../page-tools";

type Refused = Extract<ApiReadAnswer, { outcome: "refused" }>;

/** What came of one request: JSON of whatever shape, or the reason there is none. */
export type GotJson = { outcome: "got"; json: unknown } | Refused;

const TIMEOUT_MS = 8_000;

/** `status` is null when nothing answered. */
export function refused(status: number | null, retryAfterMs: number | null = null): Refused {
  return { outcome: "refused", status, retryAfterMs };
}

/** Retry-After in seconds or as a date; a date is measured by the server's own clock. Null when it says nothing. */
function readRetryAfter(headers: Headers): number | null {
  const wish = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(wish)) return Number(wish) * 1_000;
  const waitMs = Date.parse(wish) - Date.parse(headers.get("date") ?? "");
  return Number.isNaN(waitMs) ? null : Math.max(0, waitMs);
}

async function readAnswer(response: Response): Promise<GotJson> {
  // A redirect leads to a login page, maybe of another origin: it is not followed.
  if (response.type === "opaqueredirect") return refused(null);
  if (!response.ok) return refused(response.status, readRetryAfter(response.headers));
  try {
    return { outcome: "got", json: await response.json() };
  } catch {
    // No JSON: most likely a login page. Or it broke off on the way.
    return refused(response.status);
  }
}

/** One GET to the page's own origin with the agent's session. Never rejects; gives up after 8 s. */
export async function getJson(page: ToolPage, pathAndQuery: string): Promise<GotJson> {
  const giveUp = new AbortController();
  const callOff = page.clock.after(TIMEOUT_MS, () => giveUp.abort());
  try {
    // Absolute: Firefox sends the session along only then. What the ticket says stays out of the disk cache.
    const response = await page.fetch(page.getUrl().origin + pathAndQuery, {
      method: "GET",
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "manual",
      signal: giveUp.signal,
    });
    return await readAnswer(response);
  } catch {
    // No network, or no answer in time. Which of the two, a browser does not tell.
    return refused(null);
  } finally {
    callOff();
  }
}
