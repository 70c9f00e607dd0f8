import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useUi } from "../ui";

export type CopyOutcome = "copied" | "failed" | null;

const FEEDBACK_MS = 2000;

/** Copies text and tells how it went for two seconds, also to screen readers. `onCopied` hears when it went well. */
export function useCopy(onCopied?: () => void): { outcome: CopyOutcome; copy(text: string): void } {
  const { copyText, announce, text } = useUi();
  const [outcome, setOutcome] = useState<CopyOutcome>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = useCallback(
    (content: string) => {
      const finish = (result: "copied" | "failed") => {
        setOutcome(result);
        if (result === "copied") onCopied?.();
        announce(text.copy[result]);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setOutcome(null), FEEDBACK_MS);
      };
      // The clipboard may refuse, for example when the panel has lost the focus.
      copyText(content).then(
        () => finish("copied"),
        () => finish("failed"),
      );
    },
    [copyText, announce, text, onCopied],
  );
  return { outcome, copy };
}
