import { Wrench } from "lucide-preact";
import { FirstSteps } from "../sidebar/lazy-views";
import { NotConnected } from "../sidebar/NotConnected";
import { StateMessage } from "../sidebar/StateMessage";
import { useUi } from "../ui";

/** The panel before there is a library: the first steps, or the one thing to do. */
export function StartPage() {
  const { text, start, openOptions } = useUi();
  const { isSettingsBroken, hasSteps } = start.state.value;
  if (hasSteps) {
    return (
      <main class="panel panel-scrolling">
        <FirstSteps library={null} />
      </main>
    );
  }
  if (!isSettingsBroken) return <NotConnected />;
  return (
    <main class="panel panel-alone">
      <StateMessage isPage icon={Wrench} title={text.firstRun.settingsBroken} hint={text.firstRun.settingsBrokenHint}>
        <button type="button" class="button button-primary" onClick={openOptions}>
          {text.sync.openOptions}
        </button>
      </StateMessage>
    </main>
  );
}
