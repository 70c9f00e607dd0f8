import { Send } from "lucide-preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { CONTENT_LIMITS } from "../../lib/contract/authoring";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { type DraftForm, KINDS, missingIn } from "./draft-form";
import type { DraftSession, SessionView } from "./draft-session";
import { KeepingLine } from "./KeepingLine";
import { LongField } from "./LongField";
import { SimilarArticles } from "./SimilarArticles";
import { TakenOut } from "./TakenOut";

type DraftEditorProps = { session: DraftSession; view: Extract<SessionView, { state: "writing" }> };

/** The draft itself, in one column: what may say it already, what it is, its words, what was taken out, and handing over. */
export function DraftEditor({ session, view }: DraftEditorProps) {
  const { text, announce } = useUi();
  const [missing, setMissing] = useState<"title" | "text" | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isApart = session.isApart.value;
  useEffect(() => {
    if (isApart) announce(text.capture.apart);
  }, [isApart]);
  const change = (words: Partial<DraftForm>) => {
    setMissing(null);
    session.change(words);
  };

  async function handOver(): Promise<void> {
    const lacking = missingIn(view.form);
    setMissing(lacking);
    if (lacking) {
      form.current?.querySelector<HTMLElement>(`[data-field=${lacking}]`)?.focus();
      return announce(lacking === "title" ? text.capture.titleMissing : text.capture.textMissing);
    }
    const isTaken = await session.handOver();
    setFailed(!isTaken);
    announce(isTaken ? text.capture.handedOver : text.capture.notHandedOver);
  }

  return (
    <form
      ref={form}
      class="draft-form"
      onSubmit={(event) => {
        event.preventDefault();
        void handOver();
      }}
    >
      <SimilarArticles proposed={view.similar} title={view.form.title} />
      <KindChoice session={session} kind={view.form.kind} />
      <TitleField title={view.form.title} isMissing={missing === "title"} change={change} />
      <LongField
        label={text.capture.text}
        hint={text.capture.textHint}
        problem={missing === "text" ? text.capture.textMissing : null}
        field="text"
        rows={12}
        maxLength={CONTENT_LIMITS.body / 10}
        value={view.form.text}
        onChange={(typed) => change({ text: typed })}
      />
      <LongField
        label={text.capture.reply}
        field="reply"
        rows={4}
        maxLength={CONTENT_LIMITS.body / 10}
        value={view.form.reply}
        onChange={(reply) => change({ reply })}
      />
      <CategoryField category={view.form.category} change={change} />
      <LongField
        label={text.capture.note}
        placeholder={text.capture.notePlaceholder}
        field="note"
        rows={2}
        maxLength={CONTENT_LIMITS.note}
        value={view.form.note}
        onChange={(note) => change({ note })}
      />
      {view.removed !== null && <TakenOut removed={view.removed} />}
      <div class="draft-end">
        <p class="draft-privacy">{text.capture.privacy}</p>
        {hasFailed && (
          <p class="field-problem" role="alert">
            {text.capture.notHandedOver}
          </p>
        )}
        {isApart && <p class="draft-privacy">{text.capture.apart}</p>}
      </div>
      <div class="draft-actions">
        <button type="submit" class="button button-primary">
          <Send size={14} aria-hidden="true" />
          {text.capture.handOver}
        </button>
        <KeepingLine keeping={session.keeping.value} />
      </div>
    </form>
  );
}

type Change = (words: Partial<DraftForm>) => void;

function KindChoice({ session, kind }: { session: DraftSession; kind: DraftForm["kind"] }) {
  const { text, announce } = useUi();
  const labelId = useId();
  async function choose(next: DraftForm["kind"]): Promise<void> {
    if ((await session.changeKind(next)) === "textKept") announce(text.capture.kindKept);
  }
  return (
    <div class="draft-field">
      <p class="draft-label" id={labelId}>
        {text.capture.kind}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere */}
      <div class="reasons" role="group" aria-labelledby={labelId}>
        {KINDS.map((each) => (
          <button
            key={each}
            type="button"
            class="chip chip-choice"
            aria-pressed={each === kind}
            onClick={() => void choose(each)}
          >
            {text.card.kinds[each]}
          </button>
        ))}
      </div>
    </div>
  );
}

function TitleField({ title, isMissing, change }: { title: string; isMissing: boolean; change: Change }) {
  const { text } = useUi();
  const id = useId();
  return (
    <div class="draft-field">
      <label class="draft-label" for={id}>
        {text.capture.titleField}
      </label>
      <input
        id={id}
        type="text"
        class="field"
        data-field="title"
        placeholder={text.capture.titlePlaceholder}
        maxLength={CONTENT_LIMITS.title}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-problem` : undefined}
        value={title}
        onInput={(event) => change({ title: event.currentTarget.value })}
      />
      {isMissing && (
        <p class="field-problem" id={`${id}-problem`}>
          {text.capture.titleMissing}
        </p>
      )}
    </div>
  );
}

function CategoryField({ category, change }: { category: string; change: Change }) {
  const { text } = useUi();
  const { library } = usePanelModel();
  const id = useId();
  const [known, setKnown] = useState<string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    library.searchChoices().then(
      ({ categories }) => isCurrent && setKnown(categories),
      // Without the team's categories one is typed.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [library]);
  return (
    <div class="draft-field">
      <label class="draft-label" for={id}>
        {text.capture.category}
      </label>
      <input
        id={id}
        type="text"
        class="field"
        list={`${id}-known`}
        placeholder={text.capture.categoryPlaceholder}
        value={category}
        onInput={(event) => change({ category: event.currentTarget.value })}
      />
      <datalist id={`${id}-known`}>
        {known.map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
    </div>
  );
}
