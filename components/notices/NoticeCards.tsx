import { useEffect, useId, useRef } from "preact/hooks";
import type { NoticeView } from "../../lib/worker/protocol/notices";
import type { HandledNotice } from "../state/notices";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { HandledLine } from "./HandledLine";
import { NoticeCard } from "./NoticeCard";
import { useHandledFocus } from "./use-handled-focus";

/** The suggestions are to stay in sight: more notices than these wait behind a button. */
const FIRST_SHOWN = 2;

/** The notices for the ticket in front, a few at a time. */
export function NoticeCards() {
  const { text, formats } = useUi();
  const { notices, places } = usePanelModel();
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const { notices: shown, inForceCount } = notices.view.value;
  const showsAll = notices.showsAll.value;
  useHandledFocus(section);
  useAnnouncedOnce(shown);
  const first = showsAll ? shown : shown.slice(0, FIRST_SHOWN);
  const othersCount = shown.length - FIRST_SHOWN;
  return (
    <section ref={section} class="team-notices" aria-labelledby={titleId}>
      <h2 id={titleId} class="visually-hidden">
        {text.notice.title}
      </h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away */}
      <ul role="list">
        {withHandled(first, notices.handled.value).map((row) =>
          "word" in row ? (
            <HandledLine key={`handled/${row.notice.id}`} handled={row} />
          ) : (
            <NoticeCard key={`${row.id}/${row.version}`} notice={row} />
          ),
        )}
      </ul>
      <div class="team-notices-more">
        {othersCount > 0 && (
          <button
            type="button"
            class="text-button"
            aria-expanded={showsAll}
            onClick={() => notices.setShowsAll(!showsAll)}
          >
            {showsAll ? text.notice.fewer : text.notice.others(othersCount)}
          </button>
        )}
        <button
          type="button"
          class="text-button team-notices-all"
          data-action="notices"
          onClick={() => places.go({ view: "notices" })}
        >
          {text.notice.all(formats.number(inForceCount))}
        </button>
      </div>
    </section>
  );
}

/** The notice dealt with last keeps its place among the others. */
function withHandled(shown: NoticeView[], handled: HandledNotice | null): (NoticeView | HandledNotice)[] {
  if (!handled) return shown;
  const others = shown.filter(({ id }) => id !== handled.notice.id);
  return [...others.slice(0, handled.position), handled, ...others.slice(handled.position)];
}

/** The suggestions are announced first: two words at once would be one. */
const ANNOUNCE_DELAY_MS = 1_000;

/** Says each critical notice once for each ticket. */
function useAnnouncedOnce(shown: NoticeView[]): void {
  const { text, announce } = useUi();
  const { ticket, suggestions, said } = usePanelModel();
  const key = ticket.value?.key ?? "";
  const isWaiting = suggestions.view.value.state === "waiting";
  const critical = shown.filter(({ severity }) => severity === "critical");
  const ids = critical.map(({ id, version }) => `${id}/${version}`).join(" ");
  useEffect(() => {
    if (isWaiting || critical.length === 0) return;
    const timer = setTimeout(() => {
      const unsaid = critical.filter(({ id, version }) => said.isNew(`${key} notice ${id}`, String(version)));
      if (unsaid.length > 0) announce(unsaid.map(({ title }) => text.notice.announced(title)).join(". "));
    }, ANNOUNCE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [key, ids, isWaiting]);
}
