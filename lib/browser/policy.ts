/** What the administrator has set for a fleet, in the browser's managed storage. docs/roll-out.md says how. */
import { browser } from "wxt/browser";
import { parseEndpoint } from "../contract/endpoint";
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
  /** The only sync address; agents enter nothing but their token. */
  syncEndpoint: string | null;
  /** Pictures inside articles are shown; those kept elsewhere never are. */
  showImages: boolean;
  /** The panel shows no first steps. */
  skipFirstRun: boolean;
  /** After an update the panel says what changed. */
  tellUpdates: boolean;
  /** Names of the entries that were set and mean nothing, and count as not set. */
  notUnderstood: string[];
};

const hostSchema = z.object({ host: z.string().max(255), helpdesk: helpdeskSchema });

type Hosts = { hosts: HelpdeskHost[]; isWhole: boolean };

/** Entries that are no host, or that are read anyway, are left out; so is a second entry for a host. */
function parseHosts(stored: unknown): Hosts {
  const { success, data: entries = [] } = z.array(z.unknown()).safeParse(stored ?? []);
  const hosts = new Map<string, HelpdeskHost>();
  let isWhole = success;
  for (const entry of entries) {
    const { data } = hostSchema.safeParse(entry);
    const parsed = data && parseHost(data.host);
    if (data && parsed && "host" in parsed) {
      if (!hosts.has(parsed.host)) hosts.set(parsed.host, { host: parsed.host, helpdesk: data.helpdesk });
    } else if (!(data && parsed && "problem" in parsed && parsed.problem === "covered")) {
      isWhole = false;
    }
  }
  return { hosts: [...hosts.values()], isWhole };
}

const endpointSchema = z.string().transform((typed, context) => {
  const parsed = parseEndpoint(typed);
  if ("endpoint" in parsed) return parsed.endpoint;
  context.addIssue({ code: "custom", message: parsed.problem });
  return z.NEVER;
});

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
  const managed = await readManaged();
  const notUnderstood: string[] = [];
  function entry<Value>(name: string, schema: z.ZodType<Value>): Value | null {
    const { success, data } = schema.nullish().safeParse(managed[name]);
    if (!success) notUnderstood.push(name);
    return data ?? null;
  }
  const { hosts, isWhole } = parseHosts(managed.helpdeskHosts);
  const policy = {
    readHelpdeskApi: entry("readHelpdeskApi", z.boolean()),
    suggestWhen: entry("suggestWhen", suggestWhenSchema),
    shareLearning: entry("shareLearning", z.boolean()),
    syncEndpoint: entry("syncEndpoint", endpointSchema),
    showImages: entry("showImages", z.boolean()) ?? false,
    skipFirstRun: entry("skipFirstRun", z.boolean()) ?? false,
    tellUpdates: entry("tellUpdates", z.boolean()) ?? true,
  };
  if (!isWhole) notUnderstood.push("helpdeskHosts");
  return { ...policy, helpdeskHosts: hosts, notUnderstood };
}

/** Calls back after the administrator changed something; never where the browser does not tell. */
export function onPolicyChanged(listener: () => void): void {
  browser.storage.managed.onChanged?.addListener(listener);
}
