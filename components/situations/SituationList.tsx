import { SituationBlocks } from "../sidebar/lazy-views";
import { usePanelModel } from "../state/panel-model";

/** The situations the ticket in front tells of, with their articles; nothing when there is none. */
export function SituationList() {
  return usePanelModel().situations.blocks.value.length > 0 ? <SituationBlocks /> : null;
}
