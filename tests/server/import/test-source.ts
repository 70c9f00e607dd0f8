import { asc, isNull } from "drizzle-orm";
import { auditLog } from "../../../server/db/access-schema";
import { articles, serverState } from "../../../server/db/schema";
import type { ImportedDraft } from "../../../server/import/imported-draft";
import { type ImportOptions, type ImportWorld, runImport } from "../../../server/import/run-import";
import type { BadArticle, ImportBatch, ImportSource } from "../../../server/import/source";
import type { TestAgent, TestServer } from "../support";

type Piece = Partial<ImportedDraft> & { id: string };
export type Content = {
  batches: Piece[][];
  bad?: BadArticle[];
  mayLack?: string;
  settings?: string;
  key?: string;
  takesOver?: boolean;
};

/** A source of a few batches. `readFrom` says at which batch each reading began. */
export function createSource({
  batches,
  bad = [],
  mayLack,
  settings = "",
  key = "wiki:test",
  takesOver = false,
}: Content) {
  const readFrom: number[] = [];
  const source: ImportSource = {
    ...{ key, settings, takesOver },
    async *read(checkpoint) {
      const from = typeof checkpoint === "number" ? checkpoint : 0;
      readFrom.push(from);
      for (const [index, pieces] of [...batches.entries()].slice(from)) yield toBatch(pieces, index);
    },
  };
  const toBatch = (pieces: Piece[], index: number): ImportBatch => ({
    drafts: pieces.map((piece) => ({ place: `page ${piece.id}`, draft: toDraft(piece) })),
    bad: index === 0 ? bad : [],
    ...{ skipped: {}, checkpoint: index + 1, ...(mayLack !== undefined && { mayLack }) },
  });
  return { ...source, readFrom };
}

function toDraft(piece: Piece): ImportedDraft {
  const { id } = piece;
  const usual = {
    language: "en",
    title: `Title ${id}`,
    bodyHtml: `<p>${id}</p>`,
    sections: [{ heading: "", text: id }],
  };
  return { ...usual, audience: "internal", groups: [], ...piece };
}

/** Articles of which nothing matters but that they are there. */
export function ids(...names: string[]): Piece[] {
  return names.map((id) => ({ id }));
}

/** Imports a source, and answers the report and what was left out. */
export async function runSource(
  server: TestServer,
  source: ImportSource,
  options: ImportOptions = {},
  world: Partial<ImportWorld> = {},
) {
  const bad: BadArticle[] = [];
  const onBad = (one: BadArticle) => bad.push(one);
  const report = await runImport(source, { db: server.db, clock: () => server.clock.nowMs, onBad, ...world }, options);
  return { report, bad };
}

/** All articles by their ids. */
export function readAll(server: TestServer) {
  return server.db.select().from(articles).where(isNull(articles.deletedAt)).orderBy(asc(articles.id));
}

/** Ids of the articles that agents may have. */
export async function readInUse(server: TestServer): Promise<string[]> {
  return (await readAll(server)).filter(({ isPublished }) => isPublished).map(({ id }) => id);
}

/** The number of the last change. */
export async function readCounter(server: TestServer): Promise<number> {
  const [state] = await server.db.select().from(serverState);
  return state?.changeCounter ?? 0;
}

/** The audit trail from its start. */
export function readAudit(server: TestServer) {
  return server.db.select().from(auditLog).orderBy(asc(auditLog.id));
}

/** What the feed answers from a cursor on, and the cursor for the next time. */
export async function pull(agent: TestAgent, cursor: string | null) {
  const response = await agent.get(
    cursor === null ? "/v1/changes" : `/v1/changes?cursor=${encodeURIComponent(cursor)}`,
  );
  if (response.status === 304) return { changes: [], cursor };
  return (await response.json()) as { changes: { op: string; id?: string }[]; cursor: string };
}
