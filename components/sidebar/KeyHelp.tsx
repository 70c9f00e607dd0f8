import { X } from "lucide-preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { ShortcutRow } from "../first-run/ShortcutRow";
import { useUi } from "../ui";
import { type KeyRow, keyGroups } from "./key-groups";

/** The list of keys, over the panel. The focus goes to its close button, stays within, and returns to where it was. */
export function KeyHelp({ onClose }: { onClose(): void }) {
  const { text } = useUi();
  const titleId = useId();
  const close = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before !== document.body) before.focus();
    };
  }, []);
  return (
    <div class="key-help-cover">
      <div
        ref={dialog}
        class="key-help"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        onKeyDown={(event) => dialog.current && keepFocusWithin(dialog.current, event)}
      >
        <div class="key-help-head">
          <h2 id={titleId}>{text.keys.title}</h2>
          <button
            ref={close}
            type="button"
            class="icon-button"
            aria-label={text.keys.close}
            title={text.keys.close}
            onClick={onClose}
          >
            <X size={15} aria-hidden="true" />
          </button>
        </div>
        <dl class="key-list">
          <ShortcutRow />
        </dl>
        <div class="key-groups">
          {keyGroups(text).map(({ name, rows }) => (
            <section key={name} class="key-group">
              <h3>{name}</h3>
              <dl class="key-list">
                {rows.map((row) => (
                  <Row key={row.meaning} {...row} />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}

function Row({ keys, meaning }: KeyRow) {
  const { text } = useUi();
  const names: Record<string, string> = text.keys.names;
  return (
    <div class="key-row">
      <dt>{meaning}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{names[key] ?? key}</kbd>
        ))}
      </dd>
    </div>
  );
}

/** Tab goes round among the dialog's buttons: what lies under it cannot be seen. */
function keepFocusWithin(dialog: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== "Tab") return;
  const buttons = [...dialog.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons.at((at + (event.shiftKey ? -1 : 1)) % buttons.length);
  event.preventDefault();
  next?.focus();
}
