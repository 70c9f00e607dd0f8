import { CircleCheck, ShieldX, Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import type { HelpdeskHostState, HelpdeskHosts } from "../../lib/browser/helpdesk-hosts";
import { HELPDESK_NAMES } from "../sidebar/helpdesk-names";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";
import { ByPolicy } from "./ReadingSection";

type HostRowProps = {
  text: WholeText;
  state: HelpdeskHostState;
  grant: HelpdeskHosts["grant"];
  remove(host: string): Promise<void>;
  /** The list is to be read again. */
  changed(): Promise<void>;
};

/** One helpdesk host: what it is, whether it may be read, and what can be done about it. */
export function HostRow({ text, state, grant, remove, changed }: HostRowProps) {
  const { host, helpdesk, isGranted, isFromPolicy } = state;
  const [problem, setProblem] = useState<"allowRefused" | "removeFailed" | null>(null);
  const wording = text.hosts;

  function allow(): void {
    setProblem(null);
    // Nothing comes before it: the browser asks only straight from a click. A refusal is told below.
    grant(host).then(
      (isAllowed) => (isAllowed ? void changed() : setProblem("allowRefused")),
      () => setProblem("allowRefused"),
    );
  }

  function removeHost(): void {
    setProblem(null);
    // The agent is told; the cause lies in the browser's storage and is logged there.
    remove(host).catch(() => setProblem("removeFailed"));
  }

  const StateIcon = isGranted ? CircleCheck : ShieldX;
  return (
    <li class="host">
      <div class="past-head">
        <div class="past-name">
          <strong>{host}</strong>
          <span class="host-facts">
            {HELPDESK_NAMES[helpdesk]}
            <span class={isGranted ? "host-allowed" : "host-withheld"}>
              <StateIcon size={13} aria-hidden="true" />
              {isGranted ? wording.allowed : wording.notAllowed}
            </span>
            {isFromPolicy && <ByPolicy words={wording.byPolicy} />}
          </span>
        </div>
        {!isGranted && (
          <button type="button" class="button button-small" aria-label={wording.allowOf(host)} onClick={allow}>
            {wording.allow}
          </button>
        )}
        {!isFromPolicy && (
          <button type="button" class="button button-small" aria-label={wording.removeOf(host)} onClick={removeHost}>
            <Trash2 size={14} aria-hidden="true" />
            {wording.remove}
          </button>
        )}
      </div>
      <div aria-live="polite">{problem && <Result title={wording[problem]} />}</div>
    </li>
  );
}
