import type { InsertStep } from "../state/insertion-steps";
import { usePanelModel } from "../state/panel-model";
import type { Wanted } from "../state/reply-insertion";
import { useUi } from "../ui";
import { insertWording } from "./insert-wording";

/** One place's insertion: how it stands, and its commands, each telling screen readers what became of it. */
export function useInsertion(place: string) {
  const { text, about, announce } = useUi();
  const { insertion } = usePanelModel();
  const step = insertion.of(place);

  async function tell(outcome: Promise<InsertStep | null>): Promise<void> {
    const words = insertWording(await outcome, text, about);
    if (words !== null) announce(words);
  }

  return {
    step,
    words: insertWording(step, text, about),
    insert: (wanted: Wanted) => void tell(insertion.insert(place, wanted)),
    insertAnyway: () => void tell(insertion.insertAnyway(place)),
    copyInstead: () => void tell(insertion.copyInstead(place)),
    dismiss: () => insertion.dismiss(place),
  };
}
