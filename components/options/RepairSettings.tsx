import { Wrench } from "lucide-preact";
import { useState } from "preact/hooks";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";
import type { OptionsProps } from "./OptionsPage";

type RepairSettingsProps = Pick<OptionsProps, "repairSettings"> & { text: WholeText; reload(): Promise<void> };

/** In place of the options when the settings cannot be read: what happened, and the way out. */
export function RepairSettings({ text, repairSettings, reload }: RepairSettingsProps) {
  const [step, setStep] = useState<"idle" | "repairing" | "failed">("idle");
  const wording = text.options;

  async function repair(): Promise<void> {
    setStep("repairing");
    // The agent is told; the cause lies in the browser's storage and is logged there.
    const isRepaired = await repairSettings().then(
      () => true,
      () => false,
    );
    if (isRepaired) await reload();
    setStep("failed");
  }

  return (
    <section class="options-section">
      <div role="alert">
        <h2>{wording.loadFailed}</h2>
        <p class="options-hint">{wording.repairHint}</p>
      </div>
      <div class="options-buttons">
        <button
          type="button"
          class="button button-primary"
          disabled={step === "repairing"}
          onClick={() => void repair()}
        >
          <Wrench size={14} aria-hidden="true" />
          {step === "repairing" ? wording.repairing : wording.repair}
        </button>
        <button type="button" class="button" onClick={() => location.reload()}>
          {wording.reload}
        </button>
      </div>
      <div aria-live="polite">{step === "failed" && <Result title={wording.repairFailed} />}</div>
    </section>
  );
}
