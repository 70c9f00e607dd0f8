/** What the administrator has set for a fleet, in the browser's managed storage. docs/roll-out.md says how. */
import { browser } from "wxt/browser";
import { helpdeskSchema } from "../contract/helpdesk";
import { type SuggestWhen, suggestWhenSchema } from "../contract/suggest-when";
import { z } from "../contract/zod";
import { type HelpdeskHost, parseHost } from "./helpdesk-places";

/** Null: the agent chooses. `helpdeskHosts` are read in addition to the agent's own. */
export type Policy = {
  readHelpdeskApi: boolean | null;
  helpdeskHosts: HelpdeskHost[];
  suggestWhen: SuggestWhen | null;
  shareLearning: boolean | null;
};

const hostSchema = z.object({ host: z.string().max(255), helpdesk: helpdeskSchema });

/** Entries that are no host, or that are read anyway, are left out; so is a second entry for a host. */
function parseHosts(stored: unknown): HelpdeskHost[] {
  const entries = z.array(z.unknown()).catch([]).parse(stored);
  const hosts = new Map<string, HelpdeskHost>();
  for (const entry of entries) {
    const { data } = hostSchema.safeParse(entry);
    const parsed = data && parseHost(data.host);
    if (data && parsed && "host" in parsed && !hosts.has(parsed.host)) {
      hosts.set(parsed.host, { host: parsed.host, helpdesk: data.helpdesk });
    }
  }
  return [...hosts.values()];
}

async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox rejects where there is no policy for this extension.
    return {};
  }
}

/** The administrator's settings, each parsed by itself: a bad one counts as not set and leaves the others alone. */
export async function readPolicy(): Promise<Policy> {
  const { readHelpdeskApi, helpdeskHosts, suggestWhen, shareLearning } = await readManaged();
  return {
    readHelpdeskApi: z.boolean().nullable().catch(null).parse(readHelpdeskApi),
    helpdeskHosts: parseHosts(helpdeskHosts),
    suggestWhen: suggestWhenSchema.nullable().catch(null).parse(suggestWhen),
    shareLearning: z.boolean().nullable().catch(null).parse(shareLearning),
  };
}

/** Calls back after the administrator changed something; never where the browser does not tell. */
export function onPolicyChanged(listener: () => void): void {
  browser.storage.managed.onChanged?.addListener(listener);
}
