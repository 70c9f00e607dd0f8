import { Check } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { markOf } from "../state/article-uses";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** What was done with an article on the ticket in front, and the way back from the last of it. */
export function UseMarks({ card }: { card: ArticleCard }) {
  const { text, formats, nowMs } = useUi();
  const { marks, insertion } = usePanelModel();
  const last = insertion.last();
  const undoable = last?.articleId === card.id ? markOf(last.signal) : null;
  return (
    <>
      {marks.of(card.id).map(({ kind, atMs }) => (
        <span key={kind} class="fact fact-used" title={text.insert.marksHint}>
          <Check size={13} aria-hidden="true" />
          {text.insert.marks[kind](formats.moment(atMs, nowMs()))}
          {undoable === kind && <UndoInsertion card={card} />}
        </span>
      ))}
    </>
  );
}

function UndoInsertion({ card }: { card: ArticleCard }) {
  const { text, announce, about } = useUi();
  const { insertion } = usePanelModel();
  async function undo(button: HTMLElement): Promise<void> {
    // The button goes with what it undoes.
    const place = button.closest("[data-card], .article-page");
    (place?.querySelector<HTMLElement>("[data-action=open]") ?? (place as HTMLElement | null))?.focus();
    const outcome = await insertion.takeBack();
    const keys = /Mac/.test(about.browser) ? "⌘Z" : "Ctrl+Z";
    if (outcome === "takenBack") announce(text.insert.takenBack);
    if (outcome === "notTakenBack") announce(text.insert.notTakenBack(keys));
  }
  return (
    <button
      type="button"
      class="text-button use-undo"
      data-action="undo-insertion"
      title={text.insert.undoOf(card.title)}
      onClick={(event) => void undo(event.currentTarget)}
    >
      {text.insert.undo}
    </button>
  );
}
