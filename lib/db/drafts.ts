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

/** Writes what a draft says now and where it stands; a sent one is as good as a new one. Answers it as it is kept. */
export function putDraft(database: LibraryDatabase, text: DraftText, nowMs: number): Promise<KeptDraft> {
  const { drafts } = database;
  return database.transaction("rw", drafts, async () => {
    const before = await drafts.get(text.id);
    const revision = (before?.revision ?? -1) + 1;
    const draft: KeptDraft = {
      ...text,
      ...{ detail: null, createdAtMs: before?.createdAtMs ?? nowMs, updatedAtMs: nowMs, revision },
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

/**
 * Records what became of a draft as it was sent; with `refusal` the server's word. False when the agent changed it
 * meanwhile: it stays as it stands.
 */
export function recordDraftResult(
  database: LibraryDatabase,
  sent: Pick<KeptDraft, "id" | "revision">,
  refusal: string | null,
): Promise<boolean> {
  const { drafts } = database;
  return database.transaction("rw", drafts, async () => {
    const draft = await drafts.get(sent.id);
    if (draft?.state !== "queued" || draft.revision !== sent.revision) return false;
    await drafts.put({ ...draft, state: refusal === null ? "sent" : "refused", detail: refusal });
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
