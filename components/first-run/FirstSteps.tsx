import { useEffect, useState } from "preact/hooks";
import type { Library } from "../../lib/worker/protocol";
import { useUi } from "../ui";
import { SampleTicket } from "./SampleTicket";
import { Step } from "./Step";

/** The first steps, in any order, each of which may be left out. `library` is null until there is a connection. */
export function FirstSteps({ library }: { library: Library | null }) {
  const { text, start, openOptions } = useUi();
  const isOnToolbar = useToolbar();
  const [isTrying, setTrying] = useState(false);
  const [hasTried, setTried] = useState(false);
  const wording = text.firstRun;
  const isConnected = library !== null;
  const isDone = isConnected && isOnToolbar !== false && hasTried;
  const Heading = isConnected ? "h2" : "h1";
  return (
    <section class="first-steps" aria-labelledby="first-steps-title">
      <Heading id="first-steps-title" class="first-steps-title">
        {wording.title}
      </Heading>
      <p class="first-steps-hint">{wording.hint}</p>
      <ol class="first-steps-list">
        <Step
          number={1}
          isDone={isConnected}
          title={wording.connect}
          hint={start.state.value.isEndpointSet ? wording.connectTokenHint : wording.connectHint}
        >
          {!isConnected && (
            <button type="button" class="button button-primary" onClick={openOptions}>
              {text.sync.openOptions}
            </button>
          )}
        </Step>
        <Step number={2} isDone={isOnToolbar === true} title={wording.pin} hint={wording.pinHint} />
        <Step number={3} isDone={hasTried} title={wording.try} hint={wording.tryHint}>
          <button
            type="button"
            class="button"
            aria-expanded={isTrying}
            onClick={() => {
              setTrying(!isTrying);
              setTried(true);
            }}
          >
            {isTrying ? wording.tryClose : wording.tryOpen}
          </button>
          {isTrying && <SampleTicket library={library} />}
        </Step>
      </ol>
      <button type="button" class="button button-quiet first-steps-end" onClick={start.endSteps}>
        {isDone ? wording.done : wording.skip}
      </button>
    </section>
  );
}

/** Whether the button is in the toolbar; null while that is not known. */
function useToolbar(): boolean | null {
  const { shell } = useUi();
  const [isOnToolbar, setOnToolbar] = useState<boolean | null>(null);
  useEffect(() => shell.watchToolbar(setOnToolbar), [shell]);
  return isOnToolbar;
}
