/** Tells open panels that the settings changed; the settings themselves are read from their database. */
const CHANNEL_NAME = "souffleur-settings";

/** To be called after the settings were written. */
export function announceSettings(): void {
  const channel = new BroadcastChannel(CHANNEL_NAME);
  channel.postMessage("changed");
  channel.close();
}

/** Calls back after another context changed the settings. */
export function onSettingsChanged(listener: () => void): void {
  new BroadcastChannel(CHANNEL_NAME).addEventListener("message", listener);
}
