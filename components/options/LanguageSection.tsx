import { useState } from "preact/hooks";
import { INTERFACE_LANGUAGES, type WholeText } from "../text/text";
import { Result } from "./CheckResult";
import type { OptionsProps } from "./OptionsPage";

type LanguageSectionProps = Pick<OptionsProps, "setLanguage"> & { text: WholeText; chosen: string | null };

const AS_BROWSER = "";

/** The language of the interface; choosing one saves it. */
export function LanguageSection({ text, chosen, setLanguage }: LanguageSectionProps) {
  const [value, setValue] = useState(chosen ?? AS_BROWSER);
  const [outcome, setOutcome] = useState<"saved" | "failed" | null>(null);

  async function choose(next: string): Promise<void> {
    setValue(next);
    setOutcome(null);
    // The agent is told; the cause lies in the browser's storage and is logged there.
    const isSaved = await setLanguage(next === AS_BROWSER ? null : next).then(
      () => true,
      () => false,
    );
    setOutcome(isSaved ? "saved" : "failed");
  }

  return (
    <section class="options-section">
      <h2>{text.options.language}</h2>
      <label class="options-label" for="interface-language">
        {text.options.languageLabel}
      </label>
      <select
        id="interface-language"
        class="field field-select"
        value={value}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        <option value={AS_BROWSER}>{text.options.languageOfBrowser}</option>
        {INTERFACE_LANGUAGES.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
      <div aria-live="polite">
        {outcome === "saved" && <Result isGood title={text.options.languageSaved} />}
        {outcome === "failed" && <Result title={text.options.saveFailed} />}
      </div>
    </section>
  );
}
