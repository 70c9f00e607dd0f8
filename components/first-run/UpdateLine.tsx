import { X } from "lucide-preact";
import { useState } from "preact/hooks";
import { useUi } from "../ui";
import { changesIn } from "./changes-in";

/** After an update, once: what version this is, and what changed in it. Nothing when there is nothing to tell. */
export function UpdateLine() {
  const { text, start } = useUi();
  const [isOpen, setOpen] = useState(false);
  const version = start.state.value.updatedTo;
  const changes = version === null ? [] : changesIn(text, version);
  if (version === null || changes.length === 0) return null;
  const wording = text.firstRun;
  return (
    <aside class="update-line" aria-label={wording.updatedTo(version)}>
      <div class="update-line-head">
        <span>{wording.updatedTo(version)}</span>
        <button type="button" class="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {wording.whatChanged}
        </button>
        <button
          type="button"
          class="icon-button update-line-close"
          aria-label={wording.dismiss}
          title={wording.dismiss}
          onClick={start.dismissUpdate}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
        <ul class="update-changes" role="list">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </aside>
  );
}
