import { ShieldCheck } from "lucide-preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { HelpdeskHosts } from "../../lib/browser/helpdesk-hosts";
import type { OptionsStore, StoredOptions } from "../../lib/worker/options";
import { ErrorBoundary } from "../ErrorBoundary";
import "../styles/index.css";
import "../styles/options.css";
import "../styles/lessons.css";
import { type InterfaceText, loadText, setPageLanguage, type WholeText, wantedLanguages } from "../text/text";
import { ConnectionSection } from "./ConnectionSection";
import { FirstStepsSection } from "./FirstStepsSection";
import { HostsSection } from "./HostsSection";
import { LanguageSection } from "./LanguageSection";
import { LearningSection } from "./LearningSection";
import { PastLibraries } from "./PastLibraries";
import { PolicyProblems } from "./PolicyProblems";
import { ReadingSection } from "./ReadingSection";
import { RepairSettings } from "./RepairSettings";
import { SuggestingSection } from "./SuggestingSection";

export type OptionsProps = OptionsStore & {
  hosts: HelpdeskHosts;
  /** The words of the interface, to begin with. */
  words: InterfaceText<WholeText>;
};

/** The options, in a tab of their own. */
export function OptionsPage(props: OptionsProps) {
  const { words, setLanguage } = useChosenLanguage(props);
  const { text } = words;
  useEffect(() => {
    setPageLanguage(document, words);
    document.title = words.text.options.title;
  }, [words]);
  return (
    <ErrorBoundary text={text}>
      <main class="options-page">
        <header class="options-head">
          <img src="/icon/48.png" width="32" height="32" alt="" />
          <h1>{text.options.title}</h1>
        </header>
        <OptionsSections {...props} setLanguage={setLanguage} text={text} />
        <footer class="options-privacy">
          <ShieldCheck size={18} aria-hidden="true" />
          <div>
            <h2>{text.options.privacy}</h2>
            <p>{text.options.privacyText}</p>
          </div>
        </footer>
      </main>
    </ErrorBoundary>
  );
}

/** The page turns to the language chosen in it without being loaded anew. */
function useChosenLanguage({ words, setLanguage }: OptionsProps) {
  const [current, setCurrent] = useState(words);
  const choose = async (next: string | null) => {
    await setLanguage(next);
    setCurrent(await loadText(wantedLanguages(next, navigator)));
  };
  return { words: current, setLanguage: choose };
}

function OptionsSections(props: OptionsProps & { text: WholeText }) {
  const { text, load, check, save, discardLibrary, setLanguage, setReadByApi, setSuggestWhen, hosts } = props;
  const { stored, isBroken, reload } = useStoredOptions(load);
  if (isBroken) return <RepairSettings text={text} repairSettings={props.repairSettings} reload={reload} />;
  if (!stored) return <p aria-busy="true">{text.options.loading}</p>;
  const saveAndReload: OptionsProps["save"] = async (input) => {
    await save(input);
    await reload();
  };
  const discardAndReload = async (libraryId: string) => {
    await discardLibrary(libraryId);
    await reload();
  };
  return (
    <>
      <PolicyProblems text={text} names={stored.policy.notUnderstood} />
      <ConnectionSection
        text={text}
        connection={stored.connection}
        syncEndpoint={stored.policy.syncEndpoint}
        check={check}
        save={saveAndReload}
      />
      <SuggestingSection {...stored} text={text} setSuggestWhen={setSuggestWhen} />
      <ReadingSection text={text} readByApi={stored.readByApi} policy={stored.policy} setReadByApi={setReadByApi} />
      <LearningSection {...props} {...stored} />
      <HostsSection text={text} hosts={hosts} />
      <LanguageSection text={text} chosen={stored.interfaceLanguage} setLanguage={setLanguage} />
      <FirstStepsSection text={text} isSkipped={stored.policy.skipFirstRun} reopenFirstRun={props.reopenFirstRun} />
      <PastLibraries text={text} libraries={stored.pastLibraries} discard={discardAndReload} />
    </>
  );
}

function useStoredOptions(load: OptionsProps["load"]) {
  const [stored, setStored] = useState<StoredOptions | null>(null);
  const [isBroken, setBroken] = useState(false);
  const reload = useCallback(async () => {
    try {
      setStored(await load());
      setBroken(false);
    } catch (cause) {
      console.error(cause);
      setBroken(true);
    }
  }, [load]);
  useEffect(() => void reload(), [reload]);
  return { stored, isBroken, reload };
}
