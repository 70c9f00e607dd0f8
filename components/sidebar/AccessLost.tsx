import { ShieldX } from "lucide-preact";
import { useState } from "preact/hooks";
import { useUi } from "../ui";
import { hostOf, namesOf } from "./helpdesk-names";
import { StateMessage } from "./StateMessage";

/** The browser withholds the helpdesk's pages: which, and the way to have them back. `origins` are match patterns. */
export function AccessLost({ origins }: { origins: string[] }) {
  const { text, formats, page } = useUi();
  const [outcome, setOutcome] = useState<"allowed" | "refused" | null>(null);
  const allowAgain = () => {
    setOutcome(null);
    // Nothing comes before it: the browser asks the agent only straight from a click. A refusal is told below.
    page.requestAccess(origins).then(
      (isAllowed) => setOutcome(isAllowed ? "allowed" : "refused"),
      () => setOutcome("refused"),
    );
  };
  return (
    <StateMessage icon={ShieldX} title={text.access.lost(formats.list(namesOf(origins)))} hint={text.access.hint}>
      {/* biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away */}
      <ul class="access-hosts" role="list" aria-label={text.access.hosts}>
        {origins.map((origin) => (
          <li key={origin}>
            <code>{hostOf(origin)}</code>
          </li>
        ))}
      </ul>
      <button type="button" class="button button-primary" onClick={allowAgain}>
        {text.access.allow}
      </button>
      <p class="access-outcome" role="alert">
        {outcome && text.access[outcome]}
      </p>
    </StateMessage>
  );
}
