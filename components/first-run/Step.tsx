import { Check } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useUi } from "../ui";

type StepProps = { number: number; isDone: boolean; title: string; hint: string; children?: ComponentChildren };

/** One of the first steps; what is done needs no explanation any more. */
export function Step({ number, isDone, title, hint, children }: StepProps) {
  const { text, formats } = useUi();
  return (
    <li class="first-step" data-done={isDone ? "" : undefined}>
      <span class="first-step-number" aria-hidden="true">
        {isDone ? <Check size={14} /> : formats.number(number)}
      </span>
      <div class="first-step-body">
        <p class="first-step-title">
          {title}
          {isDone && <span class="visually-hidden"> {text.firstRun.stepDone}</span>}
        </p>
        {!isDone && <p class="first-step-hint">{hint}</p>}
        {children}
      </div>
    </li>
  );
}
