import type { Connection, ConnectionCheck } from "../../lib/worker/protocol";
import type { WholeText } from "../text/text";
import { CheckResult, Result } from "./CheckResult";
import type { ConnectionProgress } from "./connection-progress";

type ProgressLineProps = {
  text: WholeText;
  progress: ConnectionProgress;
  connection: Connection | null;
  saveAnyway(check: ConnectionCheck): void;
};

/** Causes that may pass: the address and the token may well be right, so they can be saved untested. */
const MAY_PASS: readonly ConnectionCheck["outcome"][] = ["unreachable", "tls", "serverError"];

/** What came of the last press of a button; before that, how the saved connection stands. */
export function ProgressLine({ text, progress, connection, saveAnyway }: ProgressLineProps) {
  switch (progress.step) {
    case "incomplete":
      return (
        <Result title={progress.missing === "endpoint" ? text.options.endpointMissing : text.options.tokenMissing} />
      );
    case "testFailed":
      return <Result title={text.options.testFailed} />;
    case "saveFailed":
      return <Result title={text.options.saveFailed} />;
    case "saved":
      return (
        <>
          <Result isGood title={text.options.saved} />
          <CheckResult text={text} check={progress.check} />
        </>
      );
    case "tested":
      return (
        <>
          <CheckResult text={text} check={progress.check} />
          {progress.wantsSave && MAY_PASS.includes(progress.check.outcome) && (
            <button type="button" class="button" onClick={() => saveAnyway(progress.check)}>
              {text.options.saveAnyway}
            </button>
          )}
        </>
      );
    default:
      return connection && progress.step === "idle" ? <SavedConnection text={text} connection={connection} /> : null;
  }
}

function SavedConnection({ text, connection }: { text: WholeText; connection: Connection }) {
  const { agentName } = connection;
  if (agentName === null) return <p class="options-hint">{text.options.connectedUnchecked}</p>;
  return <p class="options-hint">{text.options.connectedAs(agentName)}</p>;
}
