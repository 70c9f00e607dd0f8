import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type InterfaceText, loadPanelText, wantedLanguages } from "../../components/text/text";
import { onPolicyChanged, readPolicy } from "../../lib/browser/policy";
import { DEFAULT_SUGGEST_WHEN, type SuggestWhen } from "../../lib/contract/suggest-when";
import { type Connection, readSettings } from "../../lib/db/settings-database";
import { onSettingsChanged } from "../../lib/worker/settings-channel";
import { followStart, tellSettingsBroken } from "./panel-start";

/** The administrator's word, or else the agent's. */
export const suggestWhen = signal<SuggestWhen>(DEFAULT_SUGGEST_WHEN);

/** Whether pictures inside articles are shown; the administrator decides. */
export const showsImages = signal(false);

/**
 * Follows settings and policy from now on; `onConnection` hears of the connection, and whether learning is shared, each
 * time they were read. `version` is the extension's own. Answers the words of the interface once they are fetched: without settings that can be read, in
 * the browser's language.
 */
export async function followSettings(
  version: string,
  onConnection: (connection: Connection | null, sharesLearning: boolean) => void,
  onError: (error: unknown) => void,
): Promise<ReadonlySignal<InterfaceText>> {
  let words: Signal<InterfaceText> | null = null;
  // Mostly the ones that are wanted: fetched while the settings are read.
  const likelyWords = loadPanelText(wantedLanguages(null, navigator));
  likelyWords.catch(() => undefined);
  async function read(): Promise<InterfaceText> {
    const [settings, policy] = await Promise.all([readSettings(), readPolicy()]);
    showsImages.value = policy.showImages;
    suggestWhen.value = policy.suggestWhen ?? settings.suggestWhen;
    onConnection(settings.connection, policy.shareLearning ?? settings.shareLearning);
    void followStart(settings, policy, version).catch(onError);
    return loadPanelText(wantedLanguages(settings.interfaceLanguage, navigator));
  }
  async function readAgain(): Promise<void> {
    const next = await read();
    // The same words again would draw everything anew.
    if (words && words.peek().language !== next.language) words.value = next;
  }
  onSettingsChanged(() => void readAgain().catch(onError));
  onPolicyChanged(() => void readAgain().catch(onError));
  const first = read().catch((cause: unknown) => {
    onError(cause);
    tellSettingsBroken();
    return likelyWords;
  });
  words = signal(await first);
  return words;
}
