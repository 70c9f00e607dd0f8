const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** A typed address as an endpoint (origin and path, no trailing slash), or why it cannot be one. */
export type ParsedEndpoint = { endpoint: string } | { problem: "invalidAddress" | "insecure" };

/** `URL.parse`, which Chrome has from 126 on only. */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    // Not an address: that is the answer.
    return null;
  }
}

/**
 * Reads a sync endpoint as typed. A missing scheme means https. Only https is taken, and http on the machine itself;
 * addresses with a user name or a query are refused.
 */
export function parseEndpoint(typed: string): ParsedEndpoint {
  const address = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  const url = address === "" ? null : parseUrl(withScheme);
  if (!url) return { problem: "invalidAddress" };
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    return { problem: "invalidAddress" };
  if (url.protocol !== "https:" && url.protocol !== "http:") return { problem: "invalidAddress" };
  if (url.protocol === "http:" && !LOOPBACK_HOST.test(url.hostname)) return { problem: "insecure" };
  return { endpoint: url.origin + url.pathname.replace(/\/+$/, "") };
}
