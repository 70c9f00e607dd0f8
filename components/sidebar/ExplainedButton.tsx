import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useUi } from "../ui";

type ExplainedButtonProps = {
  /** What the button would do, by its name in the page. */
  action: string;
  buttonClass: string;
  why: string;
  children: ComponentChildren;
};

/** A button that cannot do its work now: it stays reachable and says why. */
export function ExplainedButton({ action, buttonClass, why, children }: ExplainedButtonProps) {
  const { announce } = useUi();
  const [isExplained, setExplained] = useState(false);
  const explain = () => {
    setExplained(true);
    announce(why);
  };
  return (
    <span class="with-bubble">
      <button
        type="button"
        class={buttonClass}
        data-action={action}
        aria-disabled="true"
        aria-label={why}
        title={why}
        onClick={explain}
        onBlur={() => setExplained(false)}
      >
        {children}
      </button>
      {isExplained && <span class="hint-bubble">{why}</span>}
    </span>
  );
}
