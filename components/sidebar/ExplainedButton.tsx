import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { useUi } from "../ui";

type ExplainedButtonProps = {
  /** What the button would do, by its name in the page. */
  action: string;
  buttonClass: string;
  /** The button's name, which begins as its visible words do. */
  label: string;
  why: string;
  children: ComponentChildren;
};

/** A button that cannot do its work now: it stays reachable and says why. */
export function ExplainedButton({ action, buttonClass, label, why, children }: ExplainedButtonProps) {
  const { announce } = useUi();
  const whyId = useId();
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
        aria-label={label}
        aria-describedby={whyId}
        title={why}
        onClick={explain}
        onBlur={() => setExplained(false)}
      >
        {children}
      </button>
      <span id={whyId} class={isExplained ? "hint-bubble" : "visually-hidden"}>
        {why}
      </span>
    </span>
  );
}
