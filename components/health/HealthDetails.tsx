import { Check, type LucideIcon, Minus, TriangleAlert } from "lucide-preact";
import type { Health } from "../state/reading-health";
import { useUi } from "../ui";
import { CopyDiagnostics } from "./CopyDiagnostics";
import { type HealthRow, healthRows } from "./health-rows";

/** What `readBy` says of a part that the helpdesk's API told. */
const BY_API = "api";

const ICONS: Record<HealthRow["mark"], LucideIcon> = { read: Check, lacking: TriangleAlert, absent: Minus };

type HealthDetailsProps = { id: string; health: Health };

/** What was read of the ticket and how, part for part, and what to send to an administrator about it. */
export function HealthDetails({ id, health }: HealthDetailsProps) {
  const { text } = useUi();
  return (
    <section class="health-details" id={id} aria-label={text.health.details}>
      {/* biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away */}
      <ul class="health-rows" role="list">
        {healthRows(health, text).map((row) => (
          <Row key={row.words} row={row} />
        ))}
      </ul>
      <CopyDiagnostics report={health.report} />
    </section>
  );
}

function Row({ row: { mark, words, by } }: { row: HealthRow }) {
  const { text } = useUi();
  const Icon = ICONS[mark];
  return (
    <li class={`health-row health-row-${mark}`}>
      <Icon size={13} aria-hidden="true" />
      <span class="health-part">{words}</span>
      {by === BY_API && <span class="health-by">{text.health.byApi}</span>}
      {by !== null && by !== BY_API && (
        <code class="health-by" title={text.health.by(by)}>
          {by}
        </code>
      )}
    </li>
  );
}
