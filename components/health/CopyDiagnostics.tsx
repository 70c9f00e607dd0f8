import { ClipboardList } from "lucide-preact";
import { useState } from "preact/hooks";
import { diagnosticsText } from "../state/diagnostics";
import { usePanelModel } from "../state/panel-model";
import type { ReadReport } from "../state/reading-health";
import { useUi } from "../ui";

type CopyOutcome = "copied" | "copiedWithoutPage" | "failed";

/** Copies the structure of the page as its reader sees it; without the page, what the panel knows. */
export function CopyDiagnostics({ report }: { report: ReadReport }) {
  const { text, about, page, copyText, announce } = useUi();
  const { ticket } = usePanelModel();
  const [outcome, setOutcome] = useState<CopyOutcome | null>(null);

  async function copy(): Promise<void> {
    const front = ticket.peek();
    setOutcome(null);
    // The page may have gone, or the browser may not let us in: what the panel knows is copied all the same.
    const diagnosis =
      front === null || front.tabId === null
        ? null
        : await page.diagnose(front.tabId, report.helpdesk).catch(() => null);
    // It would be another ticket's page.
    if (ticket.peek()?.key !== front?.key) return;
    const isCopied = await copyText(diagnosticsText(about, report, diagnosis)).then(
      () => true,
      // The clipboard may refuse, for example when the panel has lost the focus: the agent is told.
      () => false,
    );
    const result = !isCopied ? "failed" : diagnosis === null ? "copiedWithoutPage" : "copied";
    setOutcome(result);
    announce(text.health.outcomes[result]);
  }

  return (
    <div class="health-copy">
      <button type="button" class="button button-small" onClick={() => void copy()}>
        <ClipboardList size={13} aria-hidden="true" />
        {text.health.copy}
      </button>
      <Hint words={outcome ? text.health.outcomes[outcome] : text.health.copyHint} />
    </div>
  );
}

/** One of several hints in the place of the longest of them, so that nothing moves when another is said. */
function Hint({ words }: { words: string }) {
  const { copyHint, outcomes } = useUi().text.health;
  return (
    <p class="health-hint">
      {[copyHint, ...Object.values(outcomes)].map((each) => (
        <span key={each} class={each === words ? "health-said" : "health-unsaid"}>
          {each}
        </span>
      ))}
    </p>
  );
}
