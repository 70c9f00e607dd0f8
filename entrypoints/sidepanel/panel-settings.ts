import { signal } from "@preact/signals";
import { onPolicyChanged, readPolicy } from "../../lib/browser/policy";
import { DEFAULT_SUGGEST_WHEN, type SuggestWhen } from "../../lib/contract/suggest-when";
import { type Connection, readSettings } from "../../lib/db/settings-database";
import { onSettingsChanged } from "../../lib/worker/settings-channel";

/** BCP 47 tag of the interface language. */
export const language = signal(navigator.language);

/** The administrator's word, or else the agent's. */
export const suggestWhen = signal<SuggestWhen>(DEFAULT_SUGGEST_WHEN);

/**
 * Follows settings and policy from now on; `onConnection` hears of the connection, and whether learning is shared, each
 * time they were read.
 */
export function followSettings(
  onConnection: (connection: Connection | null, sharesLearning: boolean) => void,
  onError: (error: unknown) => void,
): void {
  async function read(): Promise<void> {
    const [settings, policy] = await Promise.all([readSettings(), readPolicy()]);
    language.value = settings.interfaceLanguage ?? navigator.language;
    suggestWhen.value = policy.suggestWhen ?? settings.suggestWhen;
    onConnection(settings.connection, policy.shareLearning ?? settings.shareLearning);
  }
  const readAgain = () => void read().catch(onError);
  onSettingsChanged(readAgain);
  onPolicyChanged(readAgain);
  readAgain();
}
