import { useCallback, useEffect, useRef, useState } from "preact/hooks";

const SHOWN_MS = 2000;

/** Words that stand for a moment. */
export function useBriefWords(): { words: string | null; say(words: string): void } {
  const [words, setWords] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = useCallback((next: string) => {
    setWords(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setWords(null), SHOWN_MS);
  }, []);
  return { words, say };
}
