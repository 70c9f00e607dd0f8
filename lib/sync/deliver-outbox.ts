/** What a pass sends, in the order of who waits for it. */
import { ApiError, type ApiErrorKind } from "../api/api-error";
import type { ApiClient } from "../api/client";
import { deleteQueuedLessons } from "../db/lessons-outbox";
import type { LibraryDatabase } from "../db/library-database";
import { deleteUsage } from "../db/usage";
import { concernsAll } from "./concerns-all";
import type { KindTroubles, OutboxKind } from "./kind-troubles";
import { pushAcknowledgements } from "./push-acknowledgements";
import { pushDrafts } from "./push-drafts";
import { pushFlags } from "./push-flags";
import { pushGaps } from "./push-gaps";
import { pushLessons } from "./push-lessons";
import { pushUsage } from "./push-usage";

export type DeliveryOptions = {
  database: LibraryDatabase;
  api: ApiClient;
  nowMs: () => number;
  /** A new UUID, version 7. */
  createId: () => string;
  /** Whether lessons and figures of use may be sent: if not, those that wait are deleted. Null while it is not known: lessons wait. */
  sharesLearning: () => boolean | null;
  /** Kinds the server did not take before; those that wait are left out. */
  troubles: KindTroubles;
  /** Hears that the server judged some of a kind, before anything is pulled. */
  onJudged: (kind: OutboxKind) => void;
};

/**
 * Sends what the agent said. A kind the server will not take keeps neither the others from being sent nor the articles
 * from coming: its error is answered. Throws what concerns the whole connection.
 */
export async function deliverWords(options: DeliveryOptions): Promise<Map<OutboxKind, ApiError>> {
  const { database, api, nowMs, troubles, onJudged } = options;
  const pushes: Record<OutboxKind, () => Promise<number>> = {
    flags: () => pushFlags(database, api, nowMs()),
    acknowledgements: () => pushAcknowledgements(database, api),
    gaps: () => pushGaps(database, api, nowMs()),
    drafts: () => pushDrafts(database, api),
  };
  const met = new Map<OutboxKind, ApiError>();
  for (const kind of ["flags", "acknowledgements", "gaps", "drafts"] as const) {
    if (troubles.isWaiting(kind, nowMs())) continue;
    try {
      if ((await pushes[kind]()) > 0) onJudged(kind);
      troubles.over(kind);
    } catch (error) {
      if (!(error instanceof ApiError) || concernsAll(error)) throw error;
      met.set(kind, error);
      // Some of the kind may have been judged before or after the one that met with trouble.
      onJudged(kind);
    }
  }
  return met;
}

/**
 * Sends what only the team's figures and learning need. Trouble with them alone is told to nobody; they wait for the next
 * pass. Throws what concerns the whole connection.
 */
export async function deliverFigures(options: DeliveryOptions): Promise<void> {
  const { database, api, nowMs, createId } = options;
  const shares = options.sharesLearning();
  if (shares === false) return void (await Promise.all([deleteQueuedLessons(database), deleteUsage(database)]));
  const pushes = [() => pushUsage(database, api, nowMs(), createId)];
  if (shares === true) pushes.push(() => pushLessons(database, api, nowMs()));
  for (const push of pushes) {
    try {
      await push();
    } catch (error) {
      if (!(error instanceof ApiError) || STOPS_FIGURES.includes(error.kind)) throw error;
    }
  }
}

/** Of these the agent or the pass has to know, even when figures alone meet them: a network that was there a moment ago is none. */
const STOPS_FIGURES: ApiErrorKind[] = ["unauthorized", "clientTooOld", "rateLimited"];
