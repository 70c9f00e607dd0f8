import type { WholeText } from "../text/text";
import { Result } from "./CheckResult";

/** Names what the administrator has set and nobody understands; nothing when all is understood. */
export function PolicyProblems({ text, names }: { text: WholeText; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section class="options-section">
      <h2>{text.options.policyTitle}</h2>
      <Result title={text.options.policyNotUnderstood(names.join(", "))} hint={text.options.policyHint} />
    </section>
  );
}
