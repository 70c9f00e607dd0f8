import { ChevronDown, Signpost } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import type { SituationRole } from "../../lib/contract/situation";
import type { SituationBlock, SituationPart } from "../../lib/worker/protocol/situations";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { SituationAnswer } from "./SituationAnswer";
import { SituationLine } from "./SituationLine";

/** The situations of the ticket in front, strongest first. */
export function SituationBlocks() {
  const { situations } = usePanelModel();
  return (
    <>
      {situations.blocks.value.map((block) => (
        <SituationSection key={block.id} block={block} />
      ))}
    </>
  );
}

/** A situation: what the ticket says that tells of it, and what to do, know, say and offer. */
function SituationSection({ block }: { block: SituationBlock }) {
  const { text, formats } = useUi();
  const { situations } = usePanelModel();
  const [nameId, bodyId] = [useId(), useId()];
  const isOpen = situations.isOpen(block);
  const cues = formats.list(block.matchedCues.map((cue) => text.notice.quoted(cue)));
  return (
    <section class="situation" aria-labelledby={nameId} data-holds>
      <h2>
        <button
          type="button"
          class="situation-head"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => situations.setOpen(block, !isOpen)}
        >
          <Signpost size={14} aria-hidden="true" />
          <span class="situation-name" id={nameId}>
            <span class="visually-hidden">{text.situation.title} </span>
            {block.name}
          </span>
          {block.matchedCues.length > 0 && <span class="situation-because">{text.situation.because(cues)}</span>}
          <ChevronDown class="situation-chevron" size={14} aria-hidden="true" />
        </button>
      </h2>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && <SituationParts block={block} />}
      </div>
    </section>
  );
}

const ROLES: readonly SituationRole[] = ["answer", "keyFact", "advice", "offer"];

/** As many of each role show at once: the suggestions are to stay in sight. */
const FIRST_SHOWN: Record<SituationRole, number> = { answer: 1, keyFact: 2, advice: 1, offer: 1 };

function SituationParts({ block }: { block: SituationBlock }) {
  const { text } = useUi();
  const [showsAll, setShowsAll] = useState(false);
  const groups = ROLES.map((role) => {
    const parts = block.parts.filter((part) => part.role === role);
    return { role, parts, shown: showsAll ? parts : parts.slice(0, FIRST_SHOWN[role]) };
  }).filter(({ parts }) => parts.length > 0);
  const firstCount = groups.reduce((sum, { role, parts }) => sum + Math.min(parts.length, FIRST_SHOWN[role]), 0);
  const othersCount = block.parts.length - firstCount;
  return (
    <div class="situation-body">
      {groups.map(({ role, shown }) => (
        <SituationGroup key={role} role={role} parts={shown} block={block} />
      ))}
      {othersCount > 0 && (
        <button
          type="button"
          class="text-button situation-more"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? text.situation.fewer : text.situation.others(othersCount)}
        </button>
      )}
    </div>
  );
}

type SituationGroupProps = { role: SituationRole; parts: SituationPart[]; block: SituationBlock };

function SituationGroup({ role, parts, block }: SituationGroupProps) {
  const { text } = useUi();
  const Part = role === "answer" ? SituationAnswer : SituationLine;
  return (
    <div class={`situation-group situation-${role}`}>
      <h3 class="situation-role">{text.situation.roles[role]}</h3>
      {/* biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away */}
      <ul role="list">
        {parts.map((part) => (
          <Part key={part.card.id} part={part} cardId={`situation/${block.id}/${part.card.id}`} />
        ))}
      </ul>
    </div>
  );
}
