import { Lock } from "lucide-preact";
import { useState } from "preact/hooks";
import type { StoredOptions } from "../../lib/worker/options";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";
import type { OptionsProps } from "./OptionsPage";

type ReadingSectionProps = Pick<OptionsProps, "setReadByApi"> &
  Pick<StoredOptions, "readByApi" | "policy"> & { text: WholeText };

/** Whether the helpdesk's own API may be asked; what the administrator has set cannot be changed here. */
export function ReadingSection({ text, readByApi, policy, setReadByApi }: ReadingSectionProps) {
  const [isChosen, setChosen] = useState(readByApi);
  const [outcome, setOutcome] = useState<"saved" | "failed" | null>(null);
  const isLocked = policy.readHelpdeskApi !== null;
  const wording = text.reading;

  async function choose(next: boolean): Promise<void> {
    setChosen(next);
    setOutcome(null);
    // The agent is told; the cause lies in the browser's storage and is logged there.
    const isSaved = await setReadByApi(next).then(
      () => true,
      () => false,
    );
    if (!isSaved) setChosen(!next);
    setOutcome(isSaved ? "saved" : "failed");
  }

  return (
    <section class="options-section">
      <h2>{wording.title}</h2>
      <div class="options-choice">
        <input
          id="read-by-api"
          type="checkbox"
          checked={policy.readHelpdeskApi ?? isChosen}
          disabled={isLocked}
          aria-describedby="read-by-api-hint"
          onChange={(event) => void choose(event.currentTarget.checked)}
        />
        <div>
          <label for="read-by-api">{wording.byApi}</label>
          <p class="options-hint" id="read-by-api-hint">
            {wording.byApiHint}
            {isLocked && <ByPolicy words={wording.byPolicy} />}
          </p>
        </div>
      </div>
      <div aria-live="polite">
        {outcome === "saved" && <Result isGood title={wording.saved} />}
        {outcome === "failed" && <Result title={text.options.saveFailed} />}
      </div>
    </section>
  );
}

/** Says that the administrator decided. */
export function ByPolicy({ words }: { words: string }) {
  return (
    <span class="by-policy">
      <Lock size={12} aria-hidden="true" />
      {words}
    </span>
  );
}
