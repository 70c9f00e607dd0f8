import { TriangleAlert, X } from "lucide-preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useHoldWhile } from "../sidebar/use-holding";
import { useLayer } from "../sidebar/use-layer";
import { useUi } from "../ui";
import { bringIntoSight } from "./bring-into-sight";
import { useInsertion } from "./use-insertion";

/** What an insertion asks, or why it did not come about; nothing when all is well. */
export function InsertStrip({ place }: { place: string }) {
  const { step } = useInsertion(place);
  const isTold = step?.step === "notInserted" || step?.step === "notTakenBack";
  useHoldWhile(isTold || step?.step === "asking");
  if (step?.step === "asking") return <AskFirst place={place} isUnknown={step.channel !== "public"} />;
  return isTold ? <Told place={place} /> : null;
}

/** The focus goes to the question, unless the agent has turned elsewhere, and back to the button that led to it. */
function AskFirst({ place, isUnknown }: { place: string; isUnknown: boolean }) {
  const { text } = useUi();
  const { insertAnyway, copyInstead, dismiss } = useInsertion(place);
  const questionId = useId();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    bringIntoSight(strip.current);
    if (!focused || focused === document.body || scopeOf(strip.current)?.contains(focused)) strip.current?.focus();
  }, []);
  const leave = (act: () => void) => () => {
    focusButton(strip.current, place);
    act();
  };
  useLayer(true, leave(dismiss));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere
    <div class="insert-strip" role="group" aria-labelledby={questionId} tabIndex={-1} ref={strip}>
      <p class="insert-words" id={questionId}>
        <TriangleAlert size={14} aria-hidden="true" />
        <span>{isUnknown ? text.insert.askUnknown : text.insert.askPublic}</span>
      </p>
      <div class="insert-buttons">
        <button type="button" class="button button-small" onClick={leave(insertAnyway)}>
          {text.insert.anyway}
        </button>
        <button type="button" class="button button-small" onClick={leave(copyInstead)}>
          {text.insert.copyInstead}
        </button>
        <button type="button" class="button button-small button-quiet" onClick={leave(dismiss)}>
          {text.insert.cancel}
        </button>
      </div>
    </div>
  );
}

function Told({ place }: { place: string }) {
  const { text } = useUi();
  const { words, dismiss } = useInsertion(place);
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => bringIntoSight(strip.current), []);
  const close = () => {
    if (strip.current?.contains(document.activeElement)) focusButton(strip.current, place);
    dismiss();
  };
  useLayer(true, close);
  return (
    <div class="insert-strip insert-told" ref={strip}>
      <p class="insert-words">{words}</p>
      <button
        type="button"
        class="icon-button"
        aria-label={text.insert.dismiss}
        title={text.insert.dismiss}
        onClick={close}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}

/** The card, or the open article. */
function scopeOf(element: HTMLElement | null): Element | null {
  return element?.closest("[data-card], [data-article]") ?? null;
}

function focusButton(strip: HTMLElement | null, place: string): void {
  const buttons = [...(scopeOf(strip)?.querySelectorAll<HTMLElement>("[data-place]") ?? [])];
  buttons.find((button) => button.dataset.place === place)?.focus();
}
