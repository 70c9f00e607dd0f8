import { FilePlus2 } from "lucide-preact";
import { useRef } from "preact/hooks";
import { GapForm } from "../sidebar/lazy-views";
import type { Need } from "../state/gap-reports";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { GapReported } from "./GapReported";

type GapOfferProps = {
  need: Need;
  /** `button`: stands where there is nothing else to do. `line`: a quiet question under results that may do. */
  look: "button" | "line";
  /** How many results it stands under. */
  count?: number;
};

/** Reports what no article covers, in place: the offer, the words to send, what became of it. Each need once. */
export function GapOffer({ need, look, count = 0 }: GapOfferProps) {
  const { text } = useUi();
  const { gaps } = usePanelModel();
  const place = useRef<HTMLDivElement>(null);
  const progress = gaps.of(need);
  const focusOffer = () => place.current?.querySelector<HTMLElement>("[data-action=gap]")?.focus();
  return (
    <div class={`gap gap-${look}`} ref={place} data-holds={progress?.step === "open" ? "" : undefined}>
      {progress === null && (
        <p class="gap-offer">
          {look === "line" && <span>{text.gap.offer(count)}</span>}
          <button
            type="button"
            class={look === "line" ? "text-button" : "button"}
            data-action="gap"
            aria-keyshortcuts="g"
            title={`${text.gap.report} (g)`}
            onClick={() => gaps.open(need)}
          >
            {look === "button" && <FilePlus2 size={14} aria-hidden="true" />}
            {text.gap.report}
          </button>
        </p>
      )}
      {/* The offer comes back in the drawing after this one. */}
      {progress?.step === "open" && <GapForm need={need} onClosed={() => setTimeout(focusOffer)} />}
      {progress?.step === "reported" && (
        <GapReported need={need} progress={progress} onUndone={() => setTimeout(focusOffer)} />
      )}
    </div>
  );
}
