import { X } from "lucide-preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { ShortcutRow } from "../first-run/ShortcutRow";
import { useUi } from "../ui";

/** The list of keys, over the panel. The focus goes to its close button and back to where it was. */
export function KeyHelp({ onClose }: { onClose(): void }) {
  const { text } = useUi();
  const titleId = useId();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before !== document.body) before.focus();
    };
  }, []);
  const rows: [string[], string][] = [
    [["/"], text.keys.search],
    [["j", "k", "↓", "↑"], text.keys.move],
    [["Enter"], text.keys.open],
    [["f"], text.keys.flag],
    [["i"], text.keys.insert],
    [["a"], text.keys.insertAnswer],
    [["q"], text.keys.quote],
    [["c"], text.keys.copy],
    [["p"], text.keys.pin],
    [["v"], text.keys.news],
    [["w"], text.keys.why],
    [["s"], text.article.keys.find],
    [["m", "M"], text.article.keys.matches],
    [["t"], text.article.keys.copyText],
    [["o"], text.article.keys.openUrl],
    [["n"], text.keys.newer],
    [["g"], text.keys.gap],
    [["u"], text.notice.keys.understood],
    [["x"], text.notice.keys.notHere],
    [["d"], text.capture.title],
    [["l"], text.myFlags.title],
    [["Esc"], text.keys.back],
    [["?"], text.keys.help],
  ];
  return (
    <div class="key-help-cover">
      <div class="key-help" role="dialog" aria-modal="true" aria-labelledby={titleId}>
        <div class="key-help-head">
          <h2 id={titleId}>{text.keys.title}</h2>
          <button
            ref={close}
            type="button"
            class="icon-button"
            aria-label={text.keys.close}
            title={text.keys.close}
            onClick={onClose}
            // The only control: Tab has nowhere else to go while the list is open.
            onKeyDown={(event) => event.key === "Tab" && event.preventDefault()}
          >
            <X size={15} aria-hidden="true" />
          </button>
        </div>
        <dl class="key-list">
          <ShortcutRow />
          {rows.map(([keys, meaning]) => (
            <div key={meaning} class="key-row">
              <dt>{meaning}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
