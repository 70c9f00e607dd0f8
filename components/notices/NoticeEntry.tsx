import { useId, useState } from "preact/hooks";
import type { NoticeView } from "../../lib/worker/protocol/notices";
import { usePanelModel } from "../state/panel-model";
import type { Text } from "../text/text";
import { useUi } from "../ui";
import { NoticeText } from "./NoticeText";
import { SEVERITY_ICONS, sinceWording } from "./notice-wording";

/** A notice on the page of all, with what the agent said of it, and the way to hide it or have it back. */
export function NoticeEntry({ notice }: { notice: NoticeView }) {
  const { text, formats, nowMs, announce } = useUi();
  const { notices } = usePanelModel();
  const [isNotSaved, setNotSaved] = useState(false);
  const titleId = useId();
  const Icon = SEVERITY_ICONS[notice.severity];
  const published = text.notice.published(formats.ago(Date.parse(notice.publishedAt), nowMs()));
  const facts = [sinceWording(notice, text, formats, nowMs()), published].filter((fact) => fact !== null);
  const isHidden = notice.isMuted || notice.isAside;

  async function turn(): Promise<void> {
    const isSaved = await (isHidden ? notices.showAgain(notice) : notices.mute(notice)).then(
      () => true,
      // The agent is told, and may press again.
      () => false,
    );
    setNotSaved(!isSaved);
    if (!isSaved) announce(text.notice.notSaved);
  }

  return (
    <li class={`notice-entry notice-${notice.severity}`}>
      <p class="team-notice-severity">
        <Icon size={14} aria-hidden="true" />
        {text.notice.severities[notice.severity]}
      </p>
      <h2 class="notice-entry-title" id={titleId} lang={notice.language ?? undefined}>
        {notice.title}
      </h2>
      <p class="notice-entry-facts">{facts.join(" · ")}</p>
      <NoticeText notice={notice} titleId={titleId} />
      <div class="team-notice-actions">
        {statesOf(notice, text).map((state) => (
          <span key={state} class="badge">
            {state}
          </span>
        ))}
        {!notice.isAcknowledged && (
          <button
            type="button"
            class="text-button notice-entry-turn"
            aria-describedby={titleId}
            onClick={() => void turn()}
          >
            {isHidden ? text.notice.showAgain : text.notice.mute}
          </button>
        )}
      </div>
      {isNotSaved && <p class="team-notice-problem">{text.notice.notSaved}</p>}
    </li>
  );
}

function statesOf({ isAcknowledged, isMuted, isAside }: NoticeView, text: Text): string[] {
  return [
    ...(isAcknowledged ? [text.notice.states.understood] : []),
    ...(isMuted ? [text.notice.states.muted] : []),
    ...(isAside ? [text.notice.states.aside] : []),
  ];
}
