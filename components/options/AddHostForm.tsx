import { useState } from "preact/hooks";
import type { AddHostOutcome, HelpdeskHosts } from "../../lib/browser/helpdesk-hosts";
import { type Helpdesk, helpdeskSchema } from "../../lib/ticket";
import { HELPDESK_NAMES } from "../sidebar/helpdesk-names";
import type { WholeText } from "../text/text";

export type AddOutcome = AddHostOutcome | "failed";

type AddHostFormProps = {
  text: WholeText;
  add: HelpdeskHosts["add"];
  /** What became of the address in the field; null when nothing did. */
  outcome: AddOutcome | null;
  /** Hears of each outcome, and of null when the agent begins anew. */
  onOutcome(outcome: AddOutcome | null): void;
};

/** Adds a helpdesk's address; the browser asks the agent for it. */
export function AddHostForm({ text, add, outcome, onOutcome }: AddHostFormProps) {
  const [typed, setTyped] = useState("");
  const [helpdesk, setHelpdesk] = useState<Helpdesk>("zendesk");
  const [isAdding, setAdding] = useState(false);
  const wording = text.hosts;

  function submit(event: Event): void {
    event.preventDefault();
    setAdding(true);
    onOutcome(null);
    const finish = (found: AddOutcome) => {
      setAdding(false);
      if (found === "added") setTyped("");
      onOutcome(found);
    };
    // Nothing comes before it: the browser asks only straight from a click. The agent is told when it fails; the cause lies in
    // the browser's storage and is logged there.
    add(typed, helpdesk).then(finish, () => finish("failed"));
  }

  return (
    <form class="host-form" noValidate onSubmit={submit}>
      <div class="host-fields">
        <div class="host-address">
          <label class="options-label" for="host-address">
            {wording.address}
          </label>
          <input
            id="host-address"
            class="field"
            type="text"
            inputMode="url"
            spellcheck={false}
            autoComplete="off"
            autoCapitalize="off"
            placeholder={wording.addressPlaceholder}
            value={typed}
            aria-invalid={outcome === "notAHost"}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              onOutcome(null);
            }}
          />
        </div>
        <div>
          <label class="options-label" for="host-helpdesk">
            {wording.helpdesk}
          </label>
          <select
            id="host-helpdesk"
            class="field"
            value={helpdesk}
            onChange={(event) => setHelpdesk(helpdeskSchema.parse(event.currentTarget.value))}
          >
            {helpdeskSchema.options.map((each) => (
              <option key={each} value={each}>
                {HELPDESK_NAMES[each]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="button host-add" disabled={isAdding}>
          {isAdding ? wording.adding : wording.add}
        </button>
      </div>
    </form>
  );
}
