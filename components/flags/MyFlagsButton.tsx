import { Flag } from "lucide-preact";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** The way to the agent's own flags: how many wait to be sent, and a mark when there is a new answer. */
export function MyFlagsButton() {
  const { text, formats } = useUi();
  const { flags, sync, places } = usePanelModel();
  const queued = sync.state.value?.queued.flags ?? 0;
  const news = flags.news.value.length;
  const says = [text.myFlags.title];
  if (queued > 0) says.push(text.sync.queuedFlags(queued));
  if (news > 0) says.push(text.myFlags.newOutcomes(news));
  return (
    <button
      type="button"
      class="icon-button status-flags"
      data-action="flags"
      aria-keyshortcuts="l"
      title={`${says.join(", ")} (l)`}
      onClick={() => places.go({ view: "flags" })}
    >
      <Flag size={14} aria-hidden="true" />
      {queued > 0 && <span aria-hidden="true">{formats.number(queued)}</span>}
      {news > 0 && <span class="status-news" aria-hidden="true" />}
      <span class="visually-hidden">{says.join(", ")}</span>
    </button>
  );
}
