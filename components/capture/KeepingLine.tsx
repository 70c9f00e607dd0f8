import { Check, TriangleAlert } from "lucide-preact";
import { useUi } from "../ui";
import type { Keeping } from "./draft-session";

/** Whether what is typed is kept on this machine. */
export function KeepingLine({ keeping }: { keeping: Keeping }) {
  const { text } = useUi();
  switch (keeping) {
    case "untouched":
      return null;
    case "keeping":
      return <p class="draft-keeping">{text.capture.keeping}</p>;
    case "kept":
      return (
        <p class="draft-keeping">
          <Check size={13} aria-hidden="true" />
          {text.capture.kept}
        </p>
      );
    case "failed":
      return (
        <p class="draft-keeping field-problem" role="alert">
          <TriangleAlert size={13} aria-hidden="true" />
          {text.capture.notKept}
        </p>
      );
  }
}
