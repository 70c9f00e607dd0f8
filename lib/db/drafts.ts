/**
 * Articles this agent writes: local ones, those handed over and waiting to be sent, and the record of those that were. A
 * draft leaves this table only by the agent's word.
 */
import { articleKindSchema } from "../contract/article";
import { z } from "../contract/zod";
import type { LibraryDatabase, StoredDraft } from "./library-database";

/** Content as it may stand while it is being written: nothing has to be there yet. */
const draftContentSchema = z.object({
  language: z.string(),
  title: z.string(),
  summary: z.string(),
  bodyHtml: z.string(),
  replyText: z.string().nullable(),
  kind: articleKindSchema,
  category: z.array(z.string()),
  tags: z.array(z.string()),
});

/** A draft whose content was checked. */
export type KeptDraft = Omit<StoredDraft, "content"> & { content: z.infer<typeof draftContentSchema> };

function checked(draft: StoredDraft): KeptDraft[] {
  const { success, data: content } = draftContentSchema.safeParse(draft.content);
  return success ? [{ ...draft, content }] : [];
}

type DraftText = Pick<KeptDraft, "id" | "content" | "note" | "state">;

type PutOptions = {
  nowMs: number;
  /** `updatedAtMs` of the state the words were written from; null: from none, or whatever stands there is to go. */
  knownAtMs: number | null;
  /** For a draft that cannot stay under its own. */
  otherId: string;
};

function isWrittenElsewhere(before: StoredDraft | undefined, knownAtMs: number | null): boolean {
  if (knownAtMs === null) return false;
  if (before === undefined || before.updatedAtMs !== knownAtMs) return true;
  return before.state === "queued" || before.state === "sent";
}

function saysTheSame(before: StoredDraft, { content, note }: DraftText): boolean {
  return before.note === note && JSON.stringify(before.content) === JSON.stringify(content);
}

/**
 * Writes what a draft says now and where it stands; a sent one is as good as a new one. Answers it as it is kept: where
 * somebody wrote it on or handed it over meanwhile, that stays and this one is a local draft under the other id. One that was
 * overtaken on the server goes on under the other id, too, in the old one's place.
 */
export function putDraft(database: LibraryDatabase, text: DraftText, options: PutOptions): Promise<KeptDraft> {
  const { drafts } = database;
  const { nowMs, knownAtMs, otherId } = options;
  return database.transaction("rw", drafts, async () => {
    const before = await drafts.get(text.id);
    let { id, state } = text;
    if (isWrittenElsewhere(before, knownAtMs)) {
      const isDone = before !== undefined && (before.state === state || before.state === "sent");
      // The answer to the same words was lost: they are not to become two drafts.
      const [same] = isDone && saysTheSame(before, text) ? checked(before) : [];
      if (same) return same;
      id = otherId;
      state = "local";
    } else if (before?.state === "refused" && before.isOvertaken) {
      id = otherId;
      await drafts.delete(before.id);
    }
    const isNew = before === undefined || id !== before.id;
    const draft: KeptDraft = {
      ...{ id, state, content: text.content, note: text.note, detail: null },
      createdAtMs: isNew ? nowMs : before.createdAtMs,
      updatedAtMs: isNew ? nowMs : Math.max(nowMs, before.updatedAtMs + 1),
      revision: isNew ? 0 : before.revision + 1,
    };
    await drafts.put(draft);
    return draft;
  });
}

/** Removes a draft from this machine; one that is not there is no error. */
export async function deleteDraft({ drafts }: LibraryDatabase, draftId: string): Promise<void> {
  await drafts.delete(draftId);
}

/** Queued drafts, oldest first. */
export async function dueDrafts({ drafts }: LibraryDatabase): Promise<KeptDraft[]> {
  const queued = await drafts.where("state").equals("queued").toArray();
  return queued.flatMap(checked).sort((a, b) => a.updatedAtMs - b.updatedAtMs);
}

/** `word`: the server's. `isOvertaken`: somebody went on with this draft's article, or it is another's. */
export type DraftRefusal = { word: string; isOvertaken: boolean };

/**
 * Records what became of a draft as it was sent; with a refusal the server's word. False when the agent changed it
 * meanwhile: it stays as it stands.
 */
export function recordDraftResult(
  database: LibraryDatabase,
  sent: Pick<KeptDraft, "id" | "revision">,
  refusal: DraftRefusal | null,
): Promise<boolean> {
  const { drafts } = database;
  return database.transaction("rw", drafts, async () => {
    const draft = await drafts.get(sent.id);
    if (draft?.state !== "queued" || draft.revision !== sent.revision) return false;
    if (refusal === null) await drafts.put({ ...draft, state: "sent", detail: null });
    else await drafts.put({ ...draft, state: "refused", detail: refusal.word, isOvertaken: refusal.isOvertaken });
    return true;
  });
}

/** This agent's drafts on this machine, newest first. */
export async function readDrafts({ drafts }: LibraryDatabase): Promise<KeptDraft[]> {
  return (await drafts.toArray()).flatMap(checked).sort((a, b) => b.updatedAtMs - a.updatedAtMs);
}

/** How many drafts still wait to be sent. */
export function countQueuedDrafts({ drafts }: LibraryDatabase): Promise<number> {
  return drafts.where("state").equals("queued").count();
}
