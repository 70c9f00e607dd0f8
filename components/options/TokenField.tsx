import { Eye, EyeOff } from "lucide-preact";
import { useState } from "preact/hooks";
import type { WholeText } from "../text/text";

type TokenFieldProps = { text: WholeText; token: string; isInvalid: boolean; onChange(token: string): void };

/** The access token, hidden unless the agent asks to see it. */
export function TokenField({ text, token, isInvalid, onChange }: TokenFieldProps) {
  const [isShown, setShown] = useState(false);
  const label = isShown ? text.options.hideToken : text.options.showToken;
  const Icon = isShown ? EyeOff : Eye;
  return (
    <>
      <label class="options-label" for="token">
        {text.options.token}
      </label>
      <div class="token-field">
        <input
          id="token"
          class="field"
          type={isShown ? "text" : "password"}
          spellcheck={false}
          autoComplete="off"
          value={token}
          aria-invalid={isInvalid}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <button
          type="button"
          class="icon-button"
          aria-label={label}
          title={label}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon size={16} aria-hidden="true" />
        </button>
      </div>
    </>
  );
}
