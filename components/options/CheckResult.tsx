import { CircleAlert, CircleCheck } from "lucide-preact";
import type { ConnectionCheck } from "../../lib/worker/protocol";
import type { WholeText } from "../text/text";

/** What a test of the endpoint found, what it means and what to do next. */
export function CheckResult({ text, check }: { text: WholeText; check: ConnectionCheck }) {
  const wording = text.options;
  if (check.outcome === "fine") {
    const { agent, articleCount } = check.me;
    return <Result isGood title={wording.fine(agent.name)} hint={wording.articles(articleCount)} />;
  }
  if (check.outcome === "serverError") {
    return <Result title={wording.serverError(String(check.status))} hint={wording.serverErrorHint} />;
  }
  return <Result {...wording.outcomes[check.outcome]} />;
}

type ResultProps = { isGood?: boolean; title: string; hint?: string };

/** A line with its icon, good or not. */
export function Result({ isGood = false, title, hint }: ResultProps) {
  const Icon = isGood ? CircleCheck : CircleAlert;
  return (
    <div class={`check-result ${isGood ? "check-good" : "check-bad"}`}>
      <Icon size={17} aria-hidden="true" />
      <div>
        <p class="check-title">{title}</p>
        {hint && <p>{hint}</p>}
      </div>
    </div>
  );
}
