import { useState } from "preact/hooks";
import type { StoredOptions } from "../../lib/worker/options";
import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";
import { ForgetLearned } from "./ForgetLearned";
import { LessonList } from "./LessonList";
import type { OptionsProps } from "./OptionsPage";
import { ByPolicy } from "./ReadingSection";

type LearningSectionProps = Pick<OptionsProps, "setShareLearning" | "lastLessons" | "forgetLearned"> &
  Pick<StoredOptions, "connection" | "shareLearning" | "policy"> & { text: WholeText };

/** Whether what is learnt from use is shared, what of it leaves this machine, and a way to forget it. */
export function LearningSection(props: LearningSectionProps) {
  const { text, connection, shareLearning, policy, setShareLearning, lastLessons, forgetLearned } = props;
  const [isChosen, setChosen] = useState(shareLearning);
  const [outcome, setOutcome] = useState<"saved" | "failed" | null>(null);
  const isLocked = policy.shareLearning !== null;
  const wording = text.learning;

  async function choose(next: boolean): Promise<void> {
    setChosen(next);
    setOutcome(null);
    // The agent is told; the cause lies in the browser's storage and is logged there.
    const isSaved = await setShareLearning(next).then(
      () => true,
      () => false,
    );
    if (!isSaved) setChosen(!next);
    setOutcome(isSaved ? "saved" : "failed");
  }

  return (
    <section class="options-section">
      <h2>{wording.title}</h2>
      <p class="options-hint">{wording.hint}</p>
      <div class="options-choice">
        <input
          id="share-learning"
          type="checkbox"
          checked={policy.shareLearning ?? isChosen}
          disabled={isLocked}
          aria-describedby="share-learning-hint"
          onChange={(event) => void choose(event.currentTarget.checked)}
        />
        <div>
          <label for="share-learning">{wording.share}</label>
          <p class="options-hint" id="share-learning-hint">
            {wording.shareHint}
            {isLocked && <ByPolicy words={wording.byPolicy} />}
          </p>
        </div>
      </div>
      <div aria-live="polite">
        {outcome === "saved" && <Result isGood title={wording.saved} />}
        {outcome === "failed" && <Result title={text.options.saveFailed} />}
      </div>
      {connection && <LessonList text={text} lastLessons={lastLessons} />}
      {connection && <ForgetLearned text={text} forgetLearned={forgetLearned} />}
    </section>
  );
}
