import { Check, Copy, TriangleAlert } from "lucide-preact";
import { useCopy } from "../sidebar/use-copy";
import { useUi } from "../ui";

type CopyPieceProps = { kind: "code" | "steps"; textOf(): string };

/** Copies a piece of the article's text. Its words are drawn by the style sheet: they are no part of what is selected. */
export function CopyPiece({ kind, textOf }: CopyPieceProps) {
  const { text } = useUi();
  const { outcome, copy } = useCopy();
  const label = outcome ? text.copy[outcome] : kind === "code" ? text.article.copyCode : text.article.copySteps;
  const Icon = outcome === "copied" ? Check : outcome === "failed" ? TriangleAlert : Copy;
  return (
    <button
      type="button"
      class={kind === "code" ? "icon-button copy-code" : "text-button copy-steps"}
      data-outcome={outcome}
      data-words={kind === "steps" ? label : undefined}
      aria-label={label}
      title={kind === "code" ? label : undefined}
      onClick={() => copy(textOf())}
    >
      <Icon size={13} aria-hidden="true" />
    </button>
  );
}
