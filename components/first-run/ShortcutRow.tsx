import { useEffect, useState } from "preact/hooks";
import { useUi } from "../ui";

/** The keys that open and close the panel as they are set in this browser, and the way to where they are changed. */
export function ShortcutRow() {
  const { text, shell } = useUi();
  const [shortcut, setShortcut] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    // Without an answer the row says where to look, which is never wrong.
    shell.panelShortcut().then(setShortcut, () => setShortcut(null));
  }, [shell]);
  const wording = text.firstRun.shortcut;
  if (shortcut === undefined) return null;
  return (
    <div class="key-row shortcut-row">
      <dt>
        {wording.openAndClose}
        {shortcut === null && <span class="shortcut-hint">{wording.notSetHint}</span>}
        {shell.openShortcutSettings ? (
          <button type="button" class="text-button" onClick={shell.openShortcutSettings}>
            {shortcut === null ? wording.set : wording.change}
          </button>
        ) : (
          <span class="shortcut-hint">{wording.changeByHand}</span>
        )}
      </dt>
      <dd>{shortcut === null ? wording.notSet : shortcut.split("+").map((key) => <kbd key={key}>{key}</kbd>)}</dd>
    </div>
  );
}
