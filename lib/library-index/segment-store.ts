/**
 * The segments of a library and where each article stands in them. New articles wait until somebody asks or there are
 * enough for a segment; segments of about the same size are merged, so that there are few of them and each article is
 * moved only a few times.
 */
import { mergeSegments } from "./merge-segments";
import type { ArticleFacts, ReadArticle } from "./read-article";
import { buildSegment, liveCount, type Segment } from "./segment";

export type Place = { segment: Segment; document: number };

export type SegmentStore = {
  /** All segments, with the waiting articles in one of their own. */
  segments(): readonly Segment[];
  /** Where an article stands; undefined for an unknown id. */
  place(id: string): Place | undefined;
  /** The waiting article of this id, which stands nowhere yet. */
  waiting(id: string): ReadArticle | undefined;
  facts(id: string): ArticleFacts | undefined;
  /** Takes in an article whose id is not held. */
  add(article: ReadArticle): void;
  /** Marks an article as dead. `isErased`: nothing of it nor of its earlier versions may stay once `purge` has run. */
  drop(id: string, isErased: boolean): void;
  /** Rewrites segments with erased articles, or too many dead ones. */
  purge(): void;
  /** Takes these segments in the place of all others. */
  replaceAll(segments: readonly Segment[]): void;
};

/** So many articles make a segment without being asked for. */
const WAITING_LIMIT = 64;

/** As many segments of a size become one, so many times as big. */
const FAN_IN = 4;

/** A segment with a larger share of dead articles is rewritten by `purge`. */
const MAX_DEAD_SHARE = 0.25;

function tierOf(segment: Segment): number {
  return Math.floor(Math.log(Math.max(1, liveCount(segment))) / Math.log(FAN_IN));
}

/** A store without articles. */
export function createSegmentStore(): SegmentStore {
  let segments: Segment[] = [];
  const waiting = new Map<string, ReadArticle>();
  const places = new Map<string, Place>();
  /** Ids of articles that were erased since the last `purge`. */
  const erased = new Set<string>();

  /** Earlier versions of an article lie dead in other segments than its newest. */
  function hasErased({ articles, dead }: Segment): boolean {
    return erased.size > 0 && articles.some(({ id }, document) => dead[document] === 1 && erased.has(id));
  }

  function install(segment: Segment): void {
    segments.push(segment);
    segment.articles.forEach(({ id }, document) => {
      if (segment.dead[document] === 0) places.set(id, { segment, document });
    });
  }

  function rewrite(sources: readonly Segment[]): void {
    segments = segments.filter((segment) => !sources.includes(segment));
    const merged = mergeSegments(sources);
    if (merged.articles.length > 0) install(merged);
  }

  function mergeTiers(): void {
    for (;;) {
      const tiers = new Map<number, Segment[]>();
      for (const segment of segments) tiers.set(tierOf(segment), [...(tiers.get(tierOf(segment)) ?? []), segment]);
      const full = [...tiers.values()].find((tier) => tier.length >= FAN_IN);
      if (!full) return;
      rewrite(full);
    }
  }

  function seal(): void {
    if (waiting.size === 0) return;
    const articles = [...waiting.values()];
    waiting.clear();
    install(buildSegment(articles));
    mergeTiers();
  }

  return {
    segments() {
      seal();
      return segments;
    },
    place(id) {
      if (waiting.has(id)) seal();
      return places.get(id);
    },
    waiting: (id) => waiting.get(id),
    facts(id) {
      const place = places.get(id);
      return waiting.get(id)?.facts ?? place?.segment.articles[place.document];
    },
    add(article) {
      waiting.set(article.facts.id, article);
      if (waiting.size >= WAITING_LIMIT) seal();
    },
    drop(id, isErased) {
      if (isErased) erased.add(id);
      if (waiting.delete(id)) return;
      const place = places.get(id);
      if (!place) return;
      place.segment.dead[place.document] = 1;
      places.delete(id);
    },
    purge() {
      const isDue = (segment: Segment) =>
        hasErased(segment) || liveCount(segment) < segment.articles.length * (1 - MAX_DEAD_SHARE);
      for (const segment of segments.filter(isDue)) rewrite([segment]);
      erased.clear();
      mergeTiers();
    },
    replaceAll(next) {
      segments = [];
      waiting.clear();
      places.clear();
      erased.clear();
      for (const segment of next) install(segment);
    },
  };
}
