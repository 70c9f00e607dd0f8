import { Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";
import type { OptionsProps } from "./OptionsPage";

type ForgetLearnedProps = Pick<OptionsProps, "forgetLearned"> & { text: WholeText };

/** Makes this machine forget what it learnt; asks first, because it cannot be taken back. */
export function ForgetLearned({ text, forgetLearned }: ForgetLearnedProps) {
  const [step, setStep] = useState<"idle" | "asking" | "forgetting" | "forgotten" | "failed">("idle");
  const wording = text.learning;

  async function forget(): Promise<void> {
    setStep("forgetting");
    await forgetLearned().then(
      () => setStep("forgotten"),
      // The agent is told; the cause lies in the browser's storage and is logged there.
      () => setStep("failed"),
    );
  }

  return (
    <div class="forget-learned">
      {step === "asking" ? (
        <div class="past-question" role="alert">
          <p>{wording.forgetQuestion}</p>
          <button type="button" class="button button-small" onClick={() => setStep("idle")}>
            {wording.forgetNo}
          </button>
          <button type="button" class="button button-small button-danger" onClick={() => void forget()}>
            {wording.forgetYes}
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="button button-small"
          disabled={step === "forgetting"}
          onClick={() => setStep("asking")}
        >
          <Trash2 size={14} aria-hidden="true" />
          {wording.forget}
        </button>
      )}
      <div aria-live="polite">
        {step === "forgotten" && <Result isGood title={wording.forgotten} />}
        {step === "failed" && <Result title={wording.forgetFailed} />}
      </div>
    </div>
  );
}
