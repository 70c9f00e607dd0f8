/** An open panel syncs by itself; while one is open the background leaves that to it. Told by a lock, which dies with its holder. */
const PANEL_LOCK = "souffleur-panel";

/** Holds the lock for as long as this worker lives. */
export function announcePanel(): void {
  const forever = new Promise<never>(() => undefined);
  // Without the lock the background syncs as well, one pass at a time: wasteful, not wrong.
  navigator.locks.request(PANEL_LOCK, { mode: "shared" }, () => forever).catch(() => undefined);
}

/** Whether any panel of this browser is open. */
export async function isPanelOpen(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return (held ?? []).some((lock) => lock.name === PANEL_LOCK);
}
