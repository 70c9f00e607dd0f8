import { useRef, useState } from "preact/hooks";
import type { Connection, ConnectionCheck } from "../../lib/worker/protocol";
import type { WholeText } from "../text/text";
import type { ConnectionProgress } from "./connection-progress";
import type { OptionsProps } from "./OptionsPage";
import { ProgressLine } from "./ProgressLine";
import { ByPolicy } from "./ReadingSection";
import { TokenField } from "./TokenField";

type ConnectionSectionProps = Pick<OptionsProps, "check" | "save"> & {
  text: WholeText;
  connection: Connection | null;
  /** Set by the administrator: the only one. */
  syncEndpoint: string | null;
};

/** The sync endpoint and the token. Saving tests first. */
export function ConnectionSection({ text, connection, syncEndpoint, check, save }: ConnectionSectionProps) {
  const [endpoint, setEndpoint] = useState(syncEndpoint ?? connection?.endpoint ?? "");
  // A token goes to the address it was entered for, never to another that was set meanwhile.
  const isSame = syncEndpoint === null || connection?.endpoint === syncEndpoint;
  const [token, setToken] = useState((isSame && connection?.token) || "");
  const [progress, setProgress] = useState<ConnectionProgress>({ step: "idle" });
  // An answer about what stood in the fields earlier says nothing about what stands there now.
  const round = useRef(0);
  const isBusy = progress.step === "testing" || progress.step === "saving";
  const input = { endpoint: endpoint.trim(), token: token.trim() };

  function edit(change: () => void): void {
    round.current++;
    change();
    setProgress({ step: "idle" });
  }

  async function store(found: ConnectionCheck): Promise<void> {
    const current = ++round.current;
    setProgress({ step: "saving" });
    // The agent is told; the cause lies in the browser's storage and is logged there.
    const isSaved = await save({ ...input, check: found }).then(
      () => true,
      () => false,
    );
    if (current === round.current) setProgress(isSaved ? { step: "saved", check: found } : { step: "saveFailed" });
  }

  async function test(wantsSave: boolean): Promise<void> {
    const missing = input.endpoint === "" ? "endpoint" : input.token === "" ? "token" : null;
    if (missing) return setProgress({ step: "incomplete", missing });
    const current = ++round.current;
    setProgress({ step: "testing" });
    const found = await check(input).catch(() => null);
    if (current !== round.current) return;
    if (!found) return setProgress({ step: "testFailed" });
    if (wantsSave && found.outcome === "fine") return store(found);
    setProgress({ step: "tested", check: found, wantsSave });
  }

  return (
    <section class="options-section">
      <h2>{text.options.connection}</h2>
      <p class="options-hint">{text.options.connectionHint}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void test(true);
        }}
      >
        <label class="options-label" for="endpoint">
          {text.options.endpoint}
        </label>
        {syncEndpoint !== null && <ByPolicy words={text.options.endpointByPolicy} />}
        <input
          id="endpoint"
          class="field"
          type="url"
          spellcheck={false}
          autoComplete="off"
          placeholder={text.options.endpointPlaceholder}
          value={endpoint}
          readOnly={syncEndpoint !== null}
          aria-invalid={progress.step === "incomplete" && progress.missing === "endpoint"}
          onInput={(event) => edit(() => setEndpoint(event.currentTarget.value))}
        />
        <TokenField
          text={text}
          token={token}
          isInvalid={progress.step === "incomplete" && progress.missing === "token"}
          onChange={(next) => edit(() => setToken(next))}
        />
        <div class="options-buttons">
          <button type="submit" class="button button-primary" disabled={isBusy}>
            {progress.step === "saving" ? text.options.saving : text.options.save}
          </button>
          <button type="button" class="button" disabled={isBusy} onClick={() => void test(false)}>
            {progress.step === "testing" ? text.options.testing : text.options.test}
          </button>
        </div>
        <div aria-live="polite">
          <ProgressLine
            text={text}
            progress={progress}
            connection={connection}
            saveAnyway={(found) => void store(found)}
          />
        </div>
      </form>
    </section>
  );
}
