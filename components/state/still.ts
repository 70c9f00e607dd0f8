/** What stands above the suggestions keeps still with them: it would push them from under the pointer. */
import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";

/** An answer on one ticket, which `key` names. */
type Keyed = { key: string };

export type Still<Answer extends Keyed> = {
  shown: ReadonlySignal<Answer | null>;
  /** A newer answer; while the list is held it waits if it is on the ticket on screen. */
  take(answer: Answer): void;
  /** What the agent's own act has made of the answer on screen; one that waited is out of date with it. */
  change(answer: Answer): void;
  dispose(): void;
};

/** Nothing is shown at first. */
export function createStill<Answer extends Keyed>(isHeld: ReadonlySignal<boolean>): Still<Answer> {
  const shown: Signal<Answer | null> = signal(null);
  let next: Answer | null = null;

  function change(answer: Answer): void {
    next = null;
    shown.value = answer;
  }
  const dispose = effect(() => {
    if (!isHeld.value && next) change(next);
  });
  return {
    ...{ shown, change, dispose },
    take(answer) {
      if (isHeld.peek() && shown.peek()?.key === answer.key) next = answer;
      else change(answer);
    },
  };
}
