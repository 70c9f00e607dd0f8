import { useState } from "preact/hooks";
import type { SuggestWhen } from "../../lib/contract/suggest-when";
import type { StoredOptions } from "../../lib/worker/options";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";
import type { OptionsProps } from "./OptionsPage";
import { ByPolicy } from "./ReadingSection";

type SuggestingSectionProps = Pick<OptionsProps, "setSuggestWhen"> &
  Pick<StoredOptions, "suggestWhen" | "policy"> & { text: WholeText };

const CHOICES: readonly SuggestWhen[] = ["rarely", "balanced", "often"];

/** How sure a suggestion must be; what the administrator has set cannot be changed here. */
export function SuggestingSection({ text, suggestWhen, policy, setSuggestWhen }: SuggestingSectionProps) {
  const [chosen, setChosen] = useState(suggestWhen);
  const [outcome, setOutcome] = useState<"saved" | "failed" | null>(null);
  const isLocked = policy.suggestWhen !== null;
  const wording = text.suggesting;

  async function choose(next: SuggestWhen): Promise<void> {
    setChosen(next);
    setOutcome(null);
    // The agent is told; the cause lies in the browser's storage and is logged there.
    const isSaved = await setSuggestWhen(next).then(
      () => true,
      () => false,
    );
    if (!isSaved) setChosen(chosen);
    setOutcome(isSaved ? "saved" : "failed");
  }

  return (
    <section class="options-section">
      <h2>{wording.title}</h2>
      <fieldset class="options-choices" disabled={isLocked}>
        <legend class="options-label">
          {wording.when}
          {isLocked && <ByPolicy words={wording.byPolicy} />}
        </legend>
        {CHOICES.map((choice) => (
          <Choice
            key={choice}
            choice={choice}
            isChosen={choice === (policy.suggestWhen ?? chosen)}
            wording={wording.choices[choice]}
            onChoose={() => void choose(choice)}
          />
        ))}
      </fieldset>
      <div aria-live="polite">
        {outcome === "saved" && <Result isGood title={wording.saved} />}
        {outcome === "failed" && <Result title={text.options.saveFailed} />}
      </div>
    </section>
  );
}

type ChoiceProps = {
  choice: SuggestWhen;
  isChosen: boolean;
  wording: { name: string; hint: string };
  onChoose(): void;
};

function Choice({ choice, isChosen, wording, onChoose }: ChoiceProps) {
  const id = `suggest-when-${choice}`;
  return (
    <div class="options-choice">
      <input
        id={id}
        type="radio"
        name="suggest-when"
        checked={isChosen}
        aria-describedby={`${id}-hint`}
        onChange={onChoose}
      />
      <div>
        <label for={id}>{wording.name}</label>
        <p class="options-hint" id={`${id}-hint`}>
          {wording.hint}
        </p>
      </div>
    </div>
  );
}
