import { useState } from "preact/hooks";
import type { AddHostOutcome, HelpdeskHosts } from "../../lib/browser/helpdesk-hosts";
import { type Helpdesk, helpdeskSchema } from "../../lib/ticket";
import { HELPDESK_NAMES } from "../sidebar/helpdesk-names";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";

type AddHostFormProps = {
  text: WholeText;
  add: HelpdeskHosts["add"];
  /** The list is to be read again. */
  changed(): Promise<void>;
};

type Progress = AddHostOutcome | "idle" | "adding" | "failed";

/** Adds a helpdesk's address; the browser asks the agent for it. */
export function AddHostForm({ text, add, changed }: AddHostFormProps) {
  const [typed, setTyped] = useState("");
  const [helpdesk, setHelpdesk] = useState<Helpdesk>("zendesk");
  const [progress, setProgress] = useState<Progress>("idle");
  const wording = text.hosts;

  function submit(event: Event): void {
    event.preventDefault();
    setProgress("adding");
    // Nothing comes before it: the browser asks only straight from a click.
    add(typed, helpdesk).then(
      (outcome) => {
        setProgress(outcome);
        if (outcome !== "added") return;
        setTyped("");
        void changed();
      },
      // The agent is told; the cause lies in the browser's storage and is logged there.
      () => setProgress("failed"),
    );
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
            aria-invalid={progress === "notAHost"}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setProgress("idle");
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
        <button type="submit" class="button host-add" disabled={progress === "adding"}>
          {progress === "adding" ? wording.adding : wording.add}
        </button>
      </div>
      <div aria-live="polite">
        <AddOutcome text={text} progress={progress} />
      </div>
    </form>
  );
}

function AddOutcome({ text, progress }: { text: WholeText; progress: Progress }) {
  if (progress === "idle" || progress === "adding") return null;
  if (progress === "failed") return <Result title={text.hosts.addFailed} />;
  return <Result isGood={progress === "added" || progress === "covered"} {...text.hosts.outcomes[progress]} />;
}
