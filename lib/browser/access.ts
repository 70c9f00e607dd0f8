/**
 * Which helpdesks the browser withholds. Hosts can be taken away at any time, in Chrome also "on click" only, and an
 * extension without access is not told what stands in the tab: what agents worked with before has to be remembered.
 */
import { browser } from "wxt/browser";
import { z } from "../contract/zod";
import { forgetAnswersOf, hostsWithAnswers } from "./api-tickets";
import { forgetTabInTurn } from "./background-listeners";
import { type HelpdeskHostStore, isGranted, listPlaces } from "./helpdesk-hosts";
import { DOMAIN_PLACES, type HelpdeskPlace, isWithin, originOf } from "./helpdesk-places";
import { stopWithheldReaders } from "./open-tabs";

/** Hosts of the helpdesks' own domains that were read on this machine, newest last. In local storage; nothing else is. */
const KEY = "readHelpdeskHosts";
const MOST_HOSTS = 20;

const hostsSchema = z.array(z.string()).catch([]);

async function readRememberedHosts(): Promise<string[]> {
  return hostsSchema.parse((await browser.storage.local.get(KEY))[KEY]);
}

async function rememberHost(host: string): Promise<void> {
  const hosts = await readRememberedHosts();
  if (hosts.includes(host)) return;
  await browser.storage.local.set({ [KEY]: [...hosts, host].slice(-MOST_HOSTS) });
}

function isDomainGranted(place: HelpdeskPlace, origins: string[]): boolean {
  return origins.some((origin) => {
    const host = /^https:\/\/([^/]+)\//.exec(origin)?.[1] ?? "";
    // The browser may have been told to allow single hosts of the domain.
    return host === place.host || isWithin(host, place);
  });
}

async function isAnyDomainGranted(): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  return DOMAIN_PLACES.some((place) => isDomainGranted(place, origins));
}

/** Domains with hosts that were read before and are withheld now. */
async function findLostDomains(hosts: string[]): Promise<HelpdeskPlace[]> {
  const granted = await Promise.all(hosts.map((host) => browser.permissions.contains({ origins: [originOf(host)] })));
  const withheld = hosts.filter((_, at) => !granted[at]);
  return DOMAIN_PLACES.filter((place) => withheld.some((host) => isWithin(host, place)));
}

/**
 * Match patterns that the browser withholds although they are wanted: domains read before, and all hosts from options
 * and policy; the domains also when nothing was read yet and nothing is allowed. Empty when nothing is missing.
 */
export async function findMissingAccess(readHosts: HelpdeskHostStore["read"]): Promise<string[]> {
  const places = await listPlaces(readHosts);
  const granted = await Promise.all(places.map(isGranted));
  const withheld = places.filter((_, at) => !granted[at]);
  const hosts = await readRememberedHosts();
  const isFresh = hosts.length === 0 && !granted.includes(true) && !(await isAnyDomainGranted());
  const domains = isFresh ? DOMAIN_PLACES : await findLostDomains(hosts);
  return [...domains, ...withheld].map(({ origin }) => origin);
}

async function mayRead(hostWithPort: string, places: HelpdeskPlace[]): Promise<boolean> {
  const { hostname } = new URL(`https://${hostWithPort}`);
  if (!places.some((place) => isWithin(hostname, place))) return false;
  return browser.permissions.contains({ origins: [originOf(hostname)] });
}

/** Forgets what the APIs of hosts answered that are not wanted or not allowed any more. `places` are those of own hosts. */
async function forgetAnswersOfOthers(places: HelpdeskPlace[]): Promise<void> {
  const hosts = await hostsWithAnswers();
  const isKept = await Promise.all(hosts.map((host) => mayRead(host, [...DOMAIN_PLACES, ...places])));
  await forgetAnswersOf(hosts.filter((_, at) => !isKept[at]));
}

const FLAG = "hasReadOpenTabs";

/** Runs once after each start of the extension: session storage goes with the browser, an update, or being switched off. */
async function runAfterColdStart(run: () => Promise<void>): Promise<void> {
  if ((await browser.storage.session.get(FLAG))[FLAG] === true) return;
  await browser.storage.session.set({ [FLAG]: true });
  await run();
}

/**
 * For the background: remembers which helpdesks are read, and runs `reconcile` after each start of the extension and
 * when permissions or the policy change. Readers whose host is taken away are stopped, and what its API answered goes.
 */
export function keepAccess(hosts: { reconcile(): Promise<HelpdeskPlace[]> }): void {
  // Here rather than where hosts are changed: of the answers the background is the only writer.
  const reconcile = async () => forgetAnswersOfOthers(await hosts.reconcile());
  const inBackground = (work: () => Promise<void>) => () => {
    work().catch((error: unknown) => console.error("Souffleur: readers could not be brought in line", error));
  };
  browser.runtime.onInstalled.addListener(inBackground(reconcile));
  browser.runtime.onStartup.addListener(inBackground(() => runAfterColdStart(reconcile)));
  browser.permissions.onAdded.addListener(inBackground(reconcile));
  browser.permissions.onRemoved.addListener(
    inBackground(async () => {
      await stopWithheldReaders(forgetTabInTurn);
      await reconcile();
    }),
  );
  // Firefox reads its policies at its start only.
  browser.storage.managed.onChanged?.addListener(inBackground(reconcile));
  browser.runtime.onMessage.addListener((_message: unknown, sender) => {
    if (sender.id === browser.runtime.id && sender.url) inBackground(() => rememberReadPage(sender.url ?? ""))();
    return undefined;
  });
  inBackground(() => runAfterColdStart(reconcile))();
}

/** Only pages of the helpdesks' own domains are remembered: other hosts stand in the options or the policy. */
async function rememberReadPage(address: string): Promise<void> {
  const host = URL.canParse(address) ? new URL(address).host : "";
  if (DOMAIN_PLACES.some((place) => isWithin(host, place))) await rememberHost(host);
}
