import { browser } from "wxt/browser";
import type { Helpdesk } from "../ticket";
import { registerReaders } from "./adapters-registration";
import { DOMAIN_PLACES, type HelpdeskHost, type HelpdeskPlace, originOf, parseHost, placeOf } from "./helpdesk-places";
import { readOpenTabs, stopReaders } from "./open-tabs";
import { readPolicy } from "./policy";

/** A helpdesk on a host name of its own. Without `isGranted` the browser does not let the extension read it. */
export type HelpdeskHostState = { host: string; helpdesk: Helpdesk; isGranted: boolean; isFromPolicy: boolean };

/**
 * `notAHost`: what was typed is no https address. `covered`: the helpdesk's own domain is read anyway. `otherProduct`:
 * a product with the same addresses that is not supported (Freshservice). `refused`: the agent said no to the browser.
 */
export type AddHostOutcome = "added" | "notAHost" | "covered" | "otherProduct" | "refused";

/** The options page's way to the helpdesks' hosts. `add` and `grant` ask the browser: call them straight from a click. */
export type HelpdeskHosts = {
  load(): Promise<HelpdeskHostState[]>;
  add(typed: string, helpdesk: Helpdesk): Promise<AddHostOutcome>;
  grant(host: string): Promise<boolean>;
  remove(host: string): Promise<void>;
};

/** Where the agent's own hosts are kept. */
export type HelpdeskHostStore = {
  read(): Promise<HelpdeskHost[]>;
  change(change: (hosts: HelpdeskHost[]) => HelpdeskHost[]): Promise<unknown>;
};

/** Runs work while no other context of the extension changes the same. */
type RunAlone = (work: () => Promise<HelpdeskPlace[]>) => Promise<HelpdeskPlace[]>;

const runAloneInBrowser: RunAlone = async (work) => navigator.locks.request("souffleur-helpdesk-hosts", work);

/** Places of the administrator's hosts and the agent's own; for a host in both, the administrator's. */
export async function listPlaces(
  read: HelpdeskHostStore["read"],
): Promise<(HelpdeskPlace & { isFromPolicy: boolean })[]> {
  const [policy, own] = await Promise.all([readPolicy(), read()]);
  const isFromPolicy = ({ host }: HelpdeskHost) => policy.helpdeskHosts.some((each) => each.host === host);
  const hosts = [...policy.helpdeskHosts, ...own.filter((each) => !isFromPolicy(each))];
  return hosts.map((each) => ({ ...placeOf(each), isFromPolicy: isFromPolicy(each) }));
}

/** Whether the extension may read a place now. */
export function isGranted({ origin }: HelpdeskPlace): Promise<boolean> {
  return browser.permissions.contains({ origins: [origin] });
}

/** Asks the agent; a click must be under way. */
async function askFor(origin: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [origin] });
  } catch (error) {
    console.error("Souffleur: the browser did not ask for a helpdesk's host", error);
    return false;
  }
}

/**
 * The helpdesks' hosts by the browser's own means. `reconcile` makes the readers, registered and in open tabs, those of
 * the hosts that are wanted and granted, and answers these; it may run at any time and any number of times.
 */
export function createHelpdeskHosts(
  store: HelpdeskHostStore,
  runAlone: RunAlone = runAloneInBrowser,
): HelpdeskHosts & { reconcile(): Promise<HelpdeskPlace[]> } {
  const reconcile = () =>
    runAlone(async () => {
      const places = await listPlaces(store.read);
      const granted = await Promise.all(places.map(isGranted));
      const readable = places.filter((_, at) => granted[at]);
      // From here on no page load is read there any more; then the tabs that are open.
      const dropped = await registerReaders(readable);
      await Promise.all(dropped.map((host) => stopReaders(originOf(host))));
      await readOpenTabs([...DOMAIN_PLACES, ...readable]);
      return readable;
    });
  const findPlace = async (host: string) => (await listPlaces(store.read)).find((place) => place.host === host);
  return {
    reconcile,
    async load() {
      const places = await listPlaces(store.read);
      return Promise.all(
        places.map(async (place) => ({
          host: place.host,
          helpdesk: place.helpdesk,
          isGranted: await isGranted(place),
          isFromPolicy: place.isFromPolicy,
        })),
      );
    },
    async add(typed, helpdesk) {
      const parsed = parseHost(typed);
      if ("problem" in parsed) return parsed.problem;
      const added = { host: parsed.host, helpdesk };
      if (!(await askFor(originOf(added.host)))) return "refused";
      await store.change((hosts) => [...hosts.filter(({ host }) => host !== added.host), added]);
      await reconcile();
      return "added";
    },
    async grant(host) {
      if (!(await askFor(originOf(host)))) return false;
      await reconcile();
      return true;
    },
    async remove(host) {
      await store.change((hosts) => hosts.filter((each) => each.host !== host));
      await reconcile();
      if (await findPlace(host)) return;
      await browser.permissions.remove({ origins: [originOf(host)] });
    },
  };
}
