import { useState } from "preact/hooks";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";
import type { OptionsProps } from "./OptionsPage";

type FirstStepsSectionProps = Pick<OptionsProps, "reopenFirstRun"> & { text: WholeText; isSkipped: boolean };

/** Brings the first steps back into the panel; nothing where the administrator leaves them out for everybody. */
export function FirstStepsSection({ text, isSkipped, reopenFirstRun }: FirstStepsSectionProps) {
  const [outcome, setOutcome] = useState<"shown" | "failed" | null>(null);
  const wording = text.options;
  if (isSkipped) return null;
  const reopen = () =>
    void reopenFirstRun().then(
      () => setOutcome("shown"),
      // The agent is told; the cause lies in the browser's storage and is logged there.
      () => setOutcome("failed"),
    );
  return (
    <section class="options-section">
      <h2>{wording.firstSteps}</h2>
      <p class="options-hint">{wording.firstStepsHint}</p>
      <div class="options-buttons">
        <button type="button" class="button" onClick={reopen}>
          {wording.firstStepsAgain}
        </button>
      </div>
      <div aria-live="polite">
        {outcome === "shown" && <Result isGood title={wording.firstStepsShown} />}
        {outcome === "failed" && <Result title={wording.saveFailed} />}
      </div>
    </section>
  );
}
