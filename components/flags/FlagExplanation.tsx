import { useId, useState } from "preact/hooks";
import { flagReasonSchema, MAX_FLAG_COMMENT_LENGTH } from "../../lib/contract/flags";
import type { FlagState } from "../../lib/worker/protocol";
import type { FlagWords } from "../state/own-flags";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { AttachPassage, FlagQuote } from "./FlagPassage";

type FlagExplanationProps = {
  flag: FlagState;
  /** Whether a passage can be selected beside it. */
  isInArticle: boolean;
  /** What had the focus is about to go. */
  focusStrip(): void;
};

/** The optional questions after a flag: one of the reasons, a passage, and a word. A press is saved at once. */
export function FlagExplanation({ flag, isInArticle, focusStrip }: FlagExplanationProps) {
  const { text, announce } = useUi();
  const { flags } = usePanelModel();
  const questionId = useId();
  const [word, setWord] = useState(flag.comment ?? "");
  const comment = word.trim() === "" ? null : word.trim();
  const isChanged = comment !== flag.comment;

  async function save(words: FlagWords): Promise<boolean> {
    const isSaved = await flags.explain(flag, { comment, ...words });
    announce(isSaved ? text.flag.saved : text.flag.notSaved);
    return isSaved;
  }

  async function saveAndClose(): Promise<void> {
    if (isChanged && !(await save({}))) return;
    focusStrip();
    flags.setExpanded(flag.articleId, false);
  }

  function removePassage(): void {
    focusStrip();
    void save({ passage: null });
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
            onClick={() => void save({ reason: flag.reason === reason ? null : reason })}
          >
            {text.flag.reasons[reason]}
          </button>
        ))}
      </div>
      {flag.passage !== null && <FlagQuote passage={flag.passage} onRemove={removePassage} />}
      {flag.passage === null && isInArticle && <AttachPassage flag={flag} onAttached={focusStrip} />}
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
          {isChanged ? text.flag.save : text.flag.done}
        </button>
      </div>
    </form>
  );
}
