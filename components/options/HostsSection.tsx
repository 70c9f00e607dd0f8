import { useCallback, useEffect, useState } from "preact/hooks";
import type { HelpdeskHostState, HelpdeskHosts } from "../../lib/browser/helpdesk-hosts";
import type { WholeText } from "../text/text";
import { AddHostForm } from "./AddHostForm";
import { Result } from "./CheckResult";
import { HostRow } from "./HostRow";

type HostsSectionProps = { text: WholeText; hosts: HelpdeskHosts };

/** Helpdesks on host names of the team's own: which there are, whether the browser allows them, and new ones. */
export function HostsSection({ text, hosts }: HostsSectionProps) {
  const { listed, isBroken, reload } = useHosts(hosts);
  const [removedHost, setRemovedHost] = useState<string | null>(null);
  const remove = async (host: string) => {
    await hosts.remove(host);
    setRemovedHost(host);
    await reload();
    // The button that was pressed is gone.
    document.getElementById("host-address")?.focus();
  };
  return (
    <section class="options-section">
      <h2>{text.hosts.title}</h2>
      <p class="options-hint">{text.hosts.hint}</p>
      {isBroken && <Result title={text.hosts.loadFailed} />}
      {listed.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
        <ul class="host-list" role="list" aria-label={text.hosts.list}>
          {listed.map((each) => (
            <HostRow key={each.host} text={text} state={each} grant={hosts.grant} remove={remove} changed={reload} />
          ))}
        </ul>
      )}
      <AddHostForm
        text={text}
        add={hosts.add}
        changed={() => {
          setRemovedHost(null);
          return reload();
        }}
      />
      <div aria-live="polite">{removedHost !== null && <Result isGood title={text.hosts.removed(removedHost)} />}</div>
    </section>
  );
}

function useHosts(hosts: HelpdeskHosts) {
  const [listed, setListed] = useState<HelpdeskHostState[]>([]);
  const [isBroken, setBroken] = useState(false);
  const reload = useCallback(async () => {
    try {
      setListed(await hosts.load());
      setBroken(false);
    } catch (cause) {
      console.error(cause);
      setBroken(true);
    }
  }, [hosts]);
  useEffect(() => void reload(), [reload]);
  return { listed, isBroken, reload };
}
