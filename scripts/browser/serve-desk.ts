/** Serves pages at real helpdesk addresses, from inside the browser; nothing leaves this machine. */
import type { BrowserContext, Route } from "@playwright/test";
import { type DeskHtml, deskAnswer, type UnexpectedRequest } from "./desk-html";
import { isLoopback } from "./loopback";
import { waitUntil } from "./wait-until";

export type ServedDesk = {
  origin: string;
  /**
   * What tabs and the service worker of this browser tried to reach beyond loopback and the hosts served, oldest
   * first; the same list for all desks of one browser. The side panel is not seen here: use the recording proxy.
   */
  unexpectedRequests: readonly UnexpectedRequest[];
};

type Desks = { htmlByHost: Map<string, DeskHtml>; unexpectedRequests: UnexpectedRequest[] };

const desksByContext = new WeakMap<BrowserContext, Desks>();

function isLocal({ protocol, hostname }: URL): boolean {
  return !protocol.startsWith("http") || isLoopback(hostname);
}

async function answer(route: Route, { htmlByHost, unexpectedRequests }: Desks): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  const html = htmlByHost.get(url.host);
  if (html !== undefined) return route.fulfill(deskAnswer(html, url, request.resourceType() === "document"));
  if (isLocal(url)) return route.continue();
  unexpectedRequests.push({ method: request.method(), url: url.href, resourceType: request.resourceType() });
  return route.abort("internetdisconnected");
}

async function desksOf(context: BrowserContext): Promise<Desks> {
  const known = desksByContext.get(context);
  if (known) return known;
  const desks: Desks = { htmlByHost: new Map(), unexpectedRequests: [] };
  desksByContext.set(context, desks);
  const answerRoute = (route: Route) => answer(route, desks);
  // Playwright fails to set this up when any tab closes in that very moment, and keeps half of it.
  await waitUntil("interception of requests", async () => {
    await context.unroute("**/*", answerRoute);
    await context.route("**/*", answerRoute);
    return true;
  });
  return desks;
}

/**
 * Answers every document of `https://<host>/` with the page given, and stops whatever aims elsewhere beyond loopback.
 * May be called for several hosts, and again for one host to change its page.
 */
export async function serveDesk(
  context: BrowserContext,
  { host, html }: { host: string; html: DeskHtml },
): Promise<ServedDesk> {
  const desks = await desksOf(context);
  desks.htmlByHost.set(host, html);
  return { origin: `https://${host}`, unexpectedRequests: desks.unexpectedRequests };
}
