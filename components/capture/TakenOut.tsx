import { ShieldCheck } from "lucide-preact";
import type { RemovedDetail } from "../../lib/worker/protocol/outbox";
import { useUi } from "../ui";

/** What was taken out of the ticket's words as personal, and what stands there instead. */
export function TakenOut({ removed }: { removed: RemovedDetail[] }) {
  const { text } = useUi();
  const hint = removed.length > 0 ? text.capture.removedHint : text.capture.removedNothing;
  return (
    <section class="aside-box taken-out">
      {removed.length > 0 && (
        <h2 class="aside-title">
          <ShieldCheck size={14} aria-hidden="true" />
          {text.capture.removed(removed.length)}
        </h2>
      )}
      {removed.length > 0 && (
        <ul>
          {removed.map(({ value, label, kind }) => (
            <li key={`${kind} ${value}`}>
              <span class="taken-value">{value}</span> <span class="taken-label">{label}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="draft-hint">{hint}</p>
    </section>
  );
}
