/** The life of articles as the documents tell it, in the simplest way there is, for tests to judge the server by. */
import type { Audience } from "../../../lib/contract/article";

/** Null dates: not said. */
export type ModelContent = {
  title: string;
  groups: string[];
  audience: Audience;
  publishedMs: number | null;
  expiresMs: number | null;
};

type Served = ModelContent & {
  publishedMs: number;
  version: number;
  archivedMs: number | null;
  verifiedMs: number | null;
};
type Copy = { content: ModelContent; base: number | null; status: "draft" | "inReview" | "scheduled"; dueMs: number };
type Act = (id: string, nowMs: number) => boolean;

/** Each act answers whether it is possible as things stand. */
export type Model = Record<
  "publish" | "submit" | "return" | "discard" | "archive" | "restore" | "verify" | "delete",
  Act
> & {
  edit(id: string, content: ModelContent): boolean;
  import(id: string, content: ModelContent, nowMs: number): void;
  /** Does what the calendar asks for by now. */
  settle(nowMs: number): void;
  readable(nowMs: number): (Served & { id: string })[];
};

export function createModel(): Model {
  const served = new Map<string, Served>();
  const copies = new Map<string, Copy>();
  const lastVersions = new Map<string, number>();

  const isExpired = ({ expiresMs }: ModelContent, nowMs: number) => expiresMs !== null && expiresMs <= nowMs;
  const isOut = (row: Served, nowMs: number) =>
    row.archivedMs === null && row.publishedMs <= nowMs && !isExpired(row, nowMs);
  const nextVersion = (id: string) => {
    const version = (lastVersions.get(id) ?? 0) + 1;
    lastVersions.set(id, version);
    return version;
  };
  const apply = (id: string, { content }: Copy, atMs: number) => {
    const before = served.get(id);
    const first = before && before.publishedMs <= atMs ? before.publishedMs : atMs;
    const verifiedMs = before?.verifiedMs ?? null;
    const publishedMs = content.publishedMs ?? first;
    served.set(id, { ...content, publishedMs, version: nextVersion(id), archivedMs: null, verifiedMs });
    copies.delete(id);
  };
  const moveCopy = (id: string, from: Copy["status"][], to: Copy["status"]) => {
    const copy = copies.get(id);
    if (!copy || !from.includes(copy.status)) return false;
    copies.set(id, { ...copy, status: to });
    return true;
  };

  return {
    edit(id, content) {
      const copy = copies.get(id);
      if (copy?.status === "scheduled") return false;
      const fresh = { base: served.get(id)?.version ?? null, status: "draft" as const, dueMs: 0 };
      copies.set(id, { ...(copy ?? fresh), content });
      return true;
    },
    publish(id, nowMs) {
      const copy = copies.get(id);
      if (!copy || copy.status === "scheduled" || isExpired(copy.content, nowMs)) return false;
      const dueMs = copy.content.publishedMs ?? nowMs;
      const base = served.get(id)?.version ?? null;
      if (dueMs > nowMs) copies.set(id, { ...copy, base, dueMs, status: "scheduled" });
      else apply(id, copy, nowMs);
      return true;
    },
    submit: (id) => moveCopy(id, ["draft"], "inReview"),
    return: (id) => moveCopy(id, ["inReview", "scheduled"], "draft"),
    discard: (id) => copies.delete(id),
    archive(id, nowMs) {
      const row = served.get(id);
      if (!row || row.archivedMs !== null) return false;
      served.set(id, { ...row, archivedMs: nowMs });
      moveCopy(id, ["scheduled"], "inReview");
      return true;
    },
    restore(id, nowMs) {
      const row = served.get(id);
      if (!row || row.archivedMs === null || isExpired(row, nowMs)) return false;
      served.set(id, { ...row, archivedMs: null });
      return true;
    },
    verify(id, nowMs) {
      const row = served.get(id);
      if (!row || !isOut(row, nowMs)) return false;
      served.set(id, { ...row, verifiedMs: nowMs });
      return true;
    },
    delete(id) {
      const hadCopy = copies.delete(id);
      return served.delete(id) || hadCopy;
    },
    import(id, content, nowMs) {
      const before = served.get(id);
      const byHandMs = before && before.archivedMs !== before.expiresMs ? before.archivedMs : null;
      const expiresMs = content.expiresMs ?? before?.expiresMs ?? null;
      const expiredMs = expiresMs !== null && expiresMs <= nowMs ? expiresMs : null;
      served.set(id, {
        ...content,
        ...{ expiresMs, archivedMs: byHandMs ?? expiredMs, verifiedMs: before?.verifiedMs ?? null },
        publishedMs: content.publishedMs ?? before?.publishedMs ?? nowMs,
        version: nextVersion(id),
      });
    },
    settle(nowMs) {
      for (const [id, copy] of [...copies].sort(([, a], [, b]) => a.dueMs - b.dueMs)) {
        if (copy.status !== "scheduled" || copy.dueMs > nowMs) continue;
        if ((served.get(id)?.version ?? null) === copy.base) apply(id, copy, copy.dueMs);
        else copies.set(id, { ...copy, status: "inReview" });
      }
      for (const [id, row] of served) {
        const isDue = row.archivedMs === null && row.publishedMs <= nowMs && isExpired(row, nowMs);
        if (isDue) served.set(id, { ...row, archivedMs: row.expiresMs });
      }
    },
    readable: (nowMs) => [...served].filter(([, row]) => isOut(row, nowMs)).map(([id, row]) => ({ ...row, id })),
  };
}
