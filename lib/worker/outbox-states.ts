/** What the screen shows of gaps and drafts. */
import type { KeptDraft } from "../db/drafts";
import type { StoredGap } from "../db/library-database";
import type { DraftState, GapState } from "./protocol/outbox";

export function gapStateOf({ id, gap, state, reportedAtMs, undoUntilMs }: StoredGap): GapState {
  return { id, terms: gap.terms, state, reportedAtMs, undoUntilMs };
}

export function draftStateOf({ revision: _revision, isOvertaken: _isOvertaken, ...draft }: KeptDraft): DraftState {
  return draft;
}
