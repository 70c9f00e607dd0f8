import { CircleCheck, CircleX, Wrench, X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { FlagState } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import type { Text } from "../text/text";
import { useUi } from "../ui";

const ICONS = { accepted: Wrench, fixed: CircleCheck, declined: CircleX };

/** Tells once, in one quiet line, what became of the agent's flags; nothing while My flags is on screen. */
export function OutcomeLine() {
  const { text, announce } = useUi();
  const { flags, places } = usePanelModel();
  const news = flags.news.value;
  const [latest] = news;
  const status = statusOf(latest);
  const told = latest && status ? toldOf(latest, status, text) : "";
  useEffect(() => {
    if (told !== "") announce(told);
  }, [told, announce]);
  if (!latest || !status || places.current.value?.view === "flags") return null;
  const Icon = ICONS[status];
  return (
    <div class={`outcome-line outcome-${status}`}>
      <Icon size={15} aria-hidden="true" />
      <div class="outcome-told">
        <p>
          {told} {news.length > 1 && text.flag.more(news.length - 1)}
        </p>
        {latest.outcome?.answer && <p class="outcome-answer">{latest.outcome.answer}</p>}
        <button type="button" class="text-button" onClick={() => places.go({ view: "flags" })}>
          {text.myFlags.title}
        </button>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={text.flag.putAway}
        title={text.flag.putAway}
        onClick={() => {
          document.querySelector<HTMLElement>("[data-action=flags]")?.focus();
          flags.markSeen(news);
        }}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}

function statusOf(flag: FlagState | undefined): keyof typeof ICONS | null {
  const status = flag?.outcome?.status;
  return status === undefined || status === "open" ? null : status;
}

function toldOf(flag: FlagState, status: keyof typeof ICONS, text: Text): string {
  return text.flag.told[status](flag.articleTitle);
}
