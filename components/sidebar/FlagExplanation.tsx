import { useId, useState } from "preact/hooks";
import { type FlagReason, flagReasonSchema, MAX_FLAG_COMMENT_LENGTH } from "../../lib/contract/flags";
import type { FlagState } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** The optional questions after a flag: one of the reasons, and a word. A reason is saved at once. */
export function FlagExplanation({ flag }: { flag: FlagState }) {
  const { text, announce } = useUi();
  const { flags } = usePanelModel();
  const questionId = useId();
  const [word, setWord] = useState(flag.comment ?? "");
  const close = () => flags.setExpanded(flag.articleId, false);

  async function save(reason: FlagReason | null, comment: string): Promise<boolean> {
    const isSaved = await flags.explain(flag, reason, comment.trim() === "" ? null : comment.trim());
    announce(isSaved ? text.flag.saved : text.flag.notSaved);
    return isSaved;
  }

  async function saveAndClose(): Promise<void> {
    const isChanged = word.trim() !== (flag.comment ?? "");
    if (!isChanged || (await save(flag.reason, word))) close();
  }

  return (
    <form
      class="flag-explanation"
      onSubmit={(event) => {
        event.preventDefault();
        void saveAndClose();
      }}
    >
      <p class="flag-question" id={questionId}>
        {text.flag.question}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere */}
      <div class="reasons" role="group" aria-labelledby={questionId}>
        {flagReasonSchema.options.map((reason) => (
          <button
            key={reason}
            type="button"
            class="chip chip-choice"
            aria-pressed={flag.reason === reason}
            onClick={() => void save(flag.reason === reason ? null : reason, word)}
          >
            {text.flag.reasons[reason]}
          </button>
        ))}
      </div>
      <div class="flag-word">
        <input
          type="text"
          class="field field-small"
          aria-label={text.flag.word}
          placeholder={text.flag.wordPlaceholder}
          maxLength={MAX_FLAG_COMMENT_LENGTH}
          value={word}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
        <button type="submit" class="button button-small">
          {word.trim() === (flag.comment ?? "") ? text.flag.done : text.flag.save}
        </button>
      </div>
    </form>
  );
}
