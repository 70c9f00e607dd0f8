/** What the agent was told is kept, in the agent's own words: the measure of what must be there in the end. */
import type { FlagReason } from "../../../../lib/contract/flags";
import type { LibraryDatabase } from "../../../../lib/db/library-database";

export type FlagWords = {
  articleId: string;
  reason: FlagReason | null;
  comment: string | null;
  passage: string | null;
};

export type DraftWords = { title: string; note: string; isHandedOver: boolean };

export type Ledger = {
  flags: Map<string, FlagWords>;
  /** Terms by the gap's id. */
  gaps: Map<string, string[]>;
  drafts: Map<string, DraftWords>;
  /** `<notice>/<version>` */
  acknowledgements: Set<string>;
  /** Counts by type and article. */
  usage: Map<string, number>;
};

export function createLedger(): Ledger {
  return { flags: new Map(), gaps: new Map(), drafts: new Map(), acknowledgements: new Set(), usage: new Map() };
}

/** The same, read from a library's rows; usage apart, since what was sent leaves them. */
export async function readLedger(database: LibraryDatabase): Promise<Omit<Ledger, "usage">> {
  const flags = await database.outbox.toArray();
  const drafts = await database.drafts.toArray();
  return {
    flags: new Map(
      flags.map(({ id, articleId, reason, comment, passage }) => [id, { articleId, reason, comment, passage }]),
    ),
    gaps: new Map((await database.gaps.toArray()).map(({ id, gap }) => [id, gap.terms])),
    drafts: new Map(
      drafts.map(({ id, content, note, state }) => {
        const { title } = content as { title: string };
        return [id, { title, note, isHandedOver: state !== "local" }];
      }),
    ),
    acknowledgements: new Set(await database.acknowledgements.toCollection().primaryKeys()),
  };
}

/** What was said and how it stands on its way, by the words that the server is told. */
export async function readStanding(database: LibraryDatabase): Promise<{ id: string; state: string; words: object }[]> {
  return [
    ...(await database.outbox.toArray()).map(({ id, state, reason, comment, passage }) => ({
      ...{ id, state, words: { reason, comment, passage } },
    })),
    ...(await database.gaps.toArray()).map(({ id, state, gap }) => ({ id, state, words: { terms: gap.terms } })),
    ...(await database.drafts.toArray()).map(({ id, state, content, note }) => ({
      ...{ id, state, words: { title: (content as { title: string }).title, note } },
    })),
    ...(await database.acknowledgements.toArray()).map(({ id, state }) => ({ id, state, words: {} })),
  ];
}
