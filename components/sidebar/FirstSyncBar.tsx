import type { SyncState } from "../../lib/worker/protocol";
import { useUi } from "../ui";

type FirstSyncBarProps = { progress: NonNullable<SyncState["firstSync"]> };

/** How much of the first full read has arrived. */
export function FirstSyncBar({ progress }: FirstSyncBarProps) {
  const { text } = useUi();
  const { received, total } = progress;
  return (
    <progress class="first-sync" aria-label={text.sync.firstSyncLabel} max={Math.max(total, 1)} value={received} />
  );
}
