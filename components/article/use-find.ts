import { useCallback, useRef, useState } from "preact/hooks";

export type Find = {
  /** Null while the field is closed. */
  words: string | null;
  open(): void;
  setWords(words: string | null): void;
};

/** The search inside one article. Closing it gives the focus back to where it was, or to the text. */
export function useFind(fallback: () => HTMLElement | null): Find {
  const [words, setShown] = useState<string | null>(null);
  const before = useRef<HTMLElement | null>(null);
  const open = useCallback(() => {
    const { activeElement } = document;
    before.current = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
    setShown((shown) => shown ?? "");
    // Open already: the key leads back to the field.
    const field = document.querySelector<HTMLInputElement>(".find-field");
    field?.focus();
    field?.select();
  }, []);
  const setWords = useCallback(
    (next: string | null) => {
      setShown(next);
      if (next !== null) return;
      const target = before.current?.isConnected ? before.current : fallback();
      target?.focus();
    },
    [fallback],
  );
  return { words, open, setWords };
}
