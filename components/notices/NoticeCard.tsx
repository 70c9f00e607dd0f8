import { BellOff, Check, ChevronDown } from "lucide-preact";
import { useId } from "preact/hooks";
import type { NoticeView } from "../../lib/worker/protocol/notices";
import type { NoticeWord } from "../state/notices";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { NoticeText } from "./NoticeText";
import { SEVERITY_ICONS, sinceWording } from "./notice-wording";

/** One notice: a line with its severity and title, and under it, when it stands open, what it says and what can be said of it. */
export function NoticeCard({ notice }: { notice: NoticeView }) {
  const { text, formats, nowMs } = useUi();
  const { notices } = usePanelModel();
  const [titleId, bodyId] = [useId(), useId()];
  const isOpen = notices.opened.value.includes(notice.id);
  const Icon = SEVERITY_ICONS[notice.severity];
  const since = sinceWording(notice, text, formats, nowMs());
  return (
    <li class={`team-notice notice-${notice.severity}`} data-notice={notice.id} data-holds>
      <h3>
        <button
          type="button"
          class="team-notice-head"
          data-action="toggle-notice"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => notices.setOpened(notice.id, !isOpen)}
        >
          <span class="team-notice-severity">
            <Icon size={14} aria-hidden="true" />
            {text.notice.severities[notice.severity]}
          </span>
          <span class="team-notice-title" id={titleId} lang={notice.language ?? undefined}>
            {notice.title}
          </span>
          {isOpen && since !== null && <span class="team-notice-facts">{since}</span>}
          <ChevronDown class="team-notice-chevron" size={14} aria-hidden="true" />
        </button>
      </h3>
      <div id={bodyId} class="team-notice-body" hidden={!isOpen}>
        {isOpen && (
          <>
            <NoticeText notice={notice} titleId={titleId} />
            <NoticeActions notice={notice} />
          </>
        )}
      </div>
    </li>
  );
}

/** What the agent can say of a notice. */
function NoticeActions({ notice }: { notice: NoticeView }) {
  const { text, announce } = useUi();
  const { notices } = usePanelModel();
  async function tell(word: NoticeWord): Promise<void> {
    const isSaved = await notices.say(notice, word);
    announce(isSaved ? text.notice.handled[word](notice.title) : text.notice.notSaved);
  }
  return (
    <>
      <div class="team-notice-actions">
        {notice.needsAcknowledgement && (
          <button
            type="button"
            class="button button-small button-primary"
            data-action="understood"
            aria-keyshortcuts="u"
            title={`${text.notice.understood} (u)`}
            onClick={() => void tell("understood")}
          >
            <Check size={13} aria-hidden="true" />
            {text.notice.understood}
          </button>
        )}
        <button
          type="button"
          class="button button-small"
          data-action="not-here"
          aria-keyshortcuts="x"
          title={`${text.notice.notHere} (x)`}
          onClick={() => void tell("aside")}
        >
          {text.notice.notHere}
        </button>
        <button
          type="button"
          class="icon-button team-notice-mute"
          data-action="mute-notice"
          aria-label={text.notice.mute}
          title={text.notice.mute}
          onClick={() => void tell("muted")}
        >
          <BellOff size={15} aria-hidden="true" />
        </button>
      </div>
      {notices.notSavedId.value === notice.id && <p class="team-notice-problem">{text.notice.notSaved}</p>}
    </>
  );
}
