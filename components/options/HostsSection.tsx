import { useCallback, useEffect, useState } from "preact/hooks";
import type { HelpdeskHostState, HelpdeskHosts } from "../../lib/browser/helpdesk-hosts";
import type { WholeText } from "../text/text";
import { AddHostForm, type AddOutcome } from "./AddHostForm";
import { Result } from "./CheckResult";
import { HostRow } from "./HostRow";

type HostsSectionProps = { text: WholeText; hosts: HelpdeskHosts };

/** What was done last; only that is told. */
type Done = { what: "add"; outcome: AddOutcome } | { what: "remove"; host: string };

/** Helpdesks on host names of the team's own: which there are, whether the browser allows them, and new ones. */
export function HostsSection({ text, hosts }: HostsSectionProps) {
  const { listed, isBroken, reload } = useHosts(hosts);
  const [done, setDone] = useState<Done | null>(null);
  const remove = async (host: string) => {
    setDone(null);
    await hosts.remove(host);
    setDone({ what: "remove", host });
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
        outcome={done?.what === "add" ? done.outcome : null}
        onOutcome={(outcome) => {
          setDone(outcome && { what: "add", outcome });
          if (outcome === "added") void reload();
        }}
      />
      <div class="host-told" aria-live="polite">
        {done && <DoneResult text={text} done={done} />}
      </div>
    </section>
  );
}

function DoneResult({ text: { hosts }, done }: { text: WholeText; done: Done }) {
  if (done.what === "remove") return <Result isGood title={hosts.removed(done.host)} />;
  const { outcome } = done;
  if (outcome === "failed") return <Result title={hosts.addFailed} />;
  return <Result isGood={outcome === "added" || outcome === "covered"} {...hosts.outcomes[outcome]} />;
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
