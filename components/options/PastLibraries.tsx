import { Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import type { StoredOptions } from "../../lib/worker/options";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";
import type { OptionsProps } from "./OptionsPage";

type Past = StoredOptions["pastLibraries"][number];
type PastLibrariesProps = { text: WholeText; libraries: Past[]; discard: OptionsProps["discardLibrary"] };

/** Libraries in use before, whose unsent flags wait; nothing when there are none. */
export function PastLibraries({ text, libraries, discard }: PastLibrariesProps) {
  if (libraries.length === 0) return null;
  return (
    <section class="options-section">
      <h2>{text.options.pastLibraries}</h2>
      <p class="options-hint">{text.options.pastLibrariesHint}</p>
      <ul class="past-libraries">
        {libraries.map((library) => (
          <PastLibraryRow key={library.libraryId} text={text} library={library} discard={discard} />
        ))}
      </ul>
    </section>
  );
}

type PastLibraryRowProps = { text: WholeText; library: Past; discard: OptionsProps["discardLibrary"] };

function PastLibraryRow({ text, library, discard }: PastLibraryRowProps) {
  const [step, setStep] = useState<"idle" | "asking" | "discarding" | "failed">("idle");
  const wording = text.options;

  async function discardForGood(): Promise<void> {
    setStep("discarding");
    // The agent is told; the cause lies in the browser's storage and is logged there.
    await discard(library.libraryId).catch(() => setStep("failed"));
  }

  return (
    <li class="past-library">
      <div class="past-head">
        <div class="past-name">
          <strong>{library.endpoint}</strong>
          <span>
            {library.agentId !== null && `${wording.pastAgent(library.agentId)} · `}
            {library.queuedFlags > 0 ? wording.queuedFlags(library.queuedFlags) : wording.noQueuedFlags}
          </span>
        </div>
        {step !== "asking" && (
          <button
            type="button"
            class="button button-small"
            aria-label={wording.discardOf(library.endpoint)}
            disabled={step === "discarding"}
            onClick={() => setStep("asking")}
          >
            <Trash2 size={14} aria-hidden="true" />
            {wording.discard}
          </button>
        )}
      </div>
      {step === "asking" && (
        <div class="past-question" role="alert">
          <p>{library.queuedFlags > 0 ? wording.discardQuestionFlags(library.queuedFlags) : wording.discardQuestion}</p>
          <button type="button" class="button button-small" onClick={() => setStep("idle")}>
            {wording.discardNo}
          </button>
          <button type="button" class="button button-small button-danger" onClick={() => void discardForGood()}>
            {wording.discardYes}
          </button>
        </div>
      )}
      {step === "failed" && <Result title={wording.discardFailed} />}
    </li>
  );
}
