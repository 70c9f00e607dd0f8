import { useEffect, useState } from "preact/hooks";
import type { Need } from "../state/gap-reports";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { type WordProblem, withWord } from "./gap-words";

/** `none`: there is no word to send. `notSaved`: the library did not take the report. */
export type GapFormProblem = WordProblem | "none" | "notSaved";

/** The words of one report, from the proposal on; `words` is null until there is one. */
export function useGapForm(need: Need) {
  const { text, announce } = useUi();
  const { gaps } = usePanelModel();
  const [words, setWords] = useState<string[] | null>(null);
  const [language, setLanguage] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<GapFormProblem | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void gaps.propose(need).then((proposal) => {
      if (!isCurrent) return;
      setWords((own) => [...(own ?? []), ...proposal.terms.filter((term) => !own?.includes(term))]);
      setLanguage(proposal.language);
    });
    return () => {
      isCurrent = false;
    };
  }, [need.key, gaps]);

  /** The words with the typed one among them; null when that one is not taken, and the agent is told why. */
  function withTyped(): string[] | null {
    if (typed.trim() === "") return words ?? [];
    const next = withWord(words ?? [], typed);
    if (typeof next === "string") {
      setProblem(next);
      return null;
    }
    setWords(next);
    setTyped("");
    setProblem(null);
    return next;
  }

  return {
    words,
    typed,
    problem,
    type(value: string) {
      setTyped(value);
      setProblem(null);
    },
    add: () => void withTyped(),
    remove(word: string) {
      setWords((own) => (own ?? []).filter((other) => other !== word));
      setProblem(null);
    },
    async submit(): Promise<void> {
      const terms = withTyped();
      if (terms === null) return;
      if (terms.length === 0) return setProblem("none");
      const isSaved = await gaps.send(need, { terms, language });
      if (!isSaved) setProblem("notSaved");
      announce(isSaved ? text.gap.reported : text.gap.problems.notSaved());
    },
  };
}
