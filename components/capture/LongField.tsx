import { useId } from "preact/hooks";

type LongFieldProps = {
  label: string;
  hint?: string;
  placeholder?: string;
  /** What keeps the draft from being handed over, as a sentence; null when nothing does. */
  problem?: string | null;
  field: string;
  rows: number;
  maxLength: number;
  value: string;
  onChange(typed: string): void;
};

/** A field of several lines with its name above. */
export function LongField({ label, hint, placeholder, problem = null, field, rows, ...typed }: LongFieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div class="draft-field">
      <label class="draft-label" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="field draft-area"
        data-field={field}
        rows={rows}
        placeholder={placeholder}
        maxLength={typed.maxLength}
        aria-invalid={problem !== null}
        aria-describedby={described === "" ? undefined : described}
        value={typed.value}
        onInput={(event) => typed.onChange(event.currentTarget.value)}
      />
      {problem !== null && (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hint && (
        <p class="draft-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
