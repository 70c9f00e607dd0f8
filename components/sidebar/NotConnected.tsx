import { PlugZap } from "lucide-preact";
import { useUi } from "../ui";
import { StateMessage } from "./StateMessage";

/** The panel before a sync endpoint is configured. */
export function NotConnected() {
  const { text, openOptions } = useUi();
  return (
    <main class="panel panel-alone panel-patient">
      <StateMessage isPage icon={PlugZap} title={text.notConnected.title} hint={text.notConnected.hint}>
        <button type="button" class="button button-primary" onClick={openOptions}>
          {text.sync.openOptions}
        </button>
      </StateMessage>
    </main>
  );
}
