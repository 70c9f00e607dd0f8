import { ChevronDown, CircleCheck, CircleX, TriangleAlert } from "lucide-preact";
import type { Health } from "../state/reading-health";
import type { Text } from "../text/text";
import { useUi } from "../ui";

type HealthMarkProps = { health: Health; isOpen: boolean; detailsId: string; toggle(): void };

const ICONS = { unsettled: null, well: CircleCheck, partly: TriangleAlert, notRead: CircleX };

/** How well the ticket was read: a quiet mark when all is well, a few words otherwise. Shows and hides the details. */
export function HealthMark({ health, isOpen, detailsId, toggle }: HealthMarkProps) {
  const { text } = useUi();
  const Icon = ICONS[health.state];
  const words = healthWording(health, text);
  if (Icon === null || words === null) return null;
  const isQuiet = health.state === "well";
  return (
    <button
      type="button"
      class={`health-mark health-${health.state}`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? detailsId : undefined}
      aria-label={words}
      title={`${words}: ${text.health.details}`}
      onClick={toggle}
    >
      <Icon size={13} aria-hidden="true" />
      {!isQuiet && <span class="health-words">{health.state === "partly" ? text.health.partlyRead : words}</span>}
      {!isQuiet && <ChevronDown class="health-arrow" size={13} aria-hidden="true" />}
    </button>
  );
}

function healthWording({ state, lacking }: Health, text: Text): string | null {
  const wording = text.health;
  if (state === "unsettled") return null;
  if (state !== "partly") return wording[state];
  return wording.partly(lacking.map((part) => wording.lacking[part]).join(", "));
}
