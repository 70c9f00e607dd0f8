import { BellOff, Check, CornerUpRight } from "lucide-preact";
import type { HandledNotice, NoticeWord } from "../state/notices";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

const ICONS: Record<NoticeWord, typeof Check> = { understood: Check, aside: CornerUpRight, muted: BellOff };

/** What is left on screen of a notice the agent has just dealt with. What was understood cannot be taken back. */
export function HandledLine({ handled }: { handled: HandledNotice }) {
  const { text, announce } = useUi();
  const { notices } = usePanelModel();
  const { notice, word } = handled;
  const Icon = ICONS[word];
  async function undo(): Promise<void> {
    if (!(await notices.undo())) announce(text.notice.notSaved);
  }
  return (
    <li class="team-notice-handled">
      <Icon size={13} aria-hidden="true" />
      <span class="team-notice-words" title={notice.title}>
        {text.notice.handled[word](notice.title)}
      </span>
      {word !== "understood" && (
        <button type="button" class="text-button" data-action="undo-notice" onClick={() => void undo()}>
          {text.notice.undo}
        </button>
      )}
    </li>
  );
}
