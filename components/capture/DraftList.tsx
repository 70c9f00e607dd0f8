import { ChevronDown, ChevronRight } from "lucide-preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { DraftState } from "../../lib/worker/protocol/outbox";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** The agent's drafts on this machine, folded into one line. */
export function DraftList({ drafts }: { drafts: DraftState[] }) {
  const { text } = useUi();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section class="draft-list">
      <button
        type="button"
        class="text-button draft-toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon size={14} aria-hidden="true" />
        {text.capture.drafts(drafts.length)}
      </button>
      <ul id={id} hidden={!isOpen}>
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({ draft }: { draft: DraftState }) {
  const { text, formats, nowMs } = useUi();
  const { places } = usePanelModel();
  const title = draft.content.title === "" ? text.capture.untitled : draft.content.title;
  const canGoOn = draft.state === "local" || draft.state === "refused";
  return (
    <li class="draft-row">
      <p class="draft-row-title" lang={draft.content.title === "" ? undefined : draft.content.language}>
        {title}
      </p>
      <p class="draft-row-state">
        {draft.state === "refused" && draft.detail ? text.flag.refused(draft.detail) : text.capture.states[draft.state]}
        {" · "}
        {text.capture.changedAt(formats.moment(draft.updatedAtMs, nowMs()))}
      </p>
      <div class="draft-row-actions">
        {canGoOn && (
          <button
            type="button"
            class="text-button"
            onClick={() => places.replace({ view: "capture", draftId: draft.id })}
          >
            {text.capture.goOn}
          </button>
        )}
        <DeleteDraft draft={draft} title={title} />
      </div>
    </li>
  );
}

/** Deletes after a second press: a draft is work. */
function DeleteDraft({ draft, title }: { draft: DraftState; title: string }) {
  const { text, announce } = useUi();
  const { library } = usePanelModel();
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) keep.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  async function remove(): Promise<void> {
    // The row goes, and its buttons with it.
    keep.current?.closest("main")?.focus();
    const isDeleted = await library.deleteDraft({ draftId: draft.id }).then(
      () => true,
      () => false,
    );
    announce(isDeleted ? text.capture.deleted : text.capture.notRemoved);
    setAsking(false);
  }
  if (!isAsking) {
    return (
      <button
        type="button"
        class="text-button"
        ref={ask}
        aria-label={text.capture.removeNamed(title)}
        onClick={() => setAsking(true)}
      >
        {text.capture.remove}
      </button>
    );
  }
  return (
    <span class="draft-ask">
      <span>{draft.state === "sent" ? text.capture.removeAskSent : text.capture.removeAsk}</span>
      <button type="button" class="button button-small button-danger" onClick={() => void remove()}>
        {text.capture.remove}
      </button>
      <button type="button" class="button button-small" ref={keep} onClick={() => setAsking(false)}>
        {text.capture.removeNo}
      </button>
    </span>
  );
}
