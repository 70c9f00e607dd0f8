/** What the server was told, as it arrived: what is kept as sent, or no longer kept, must be here. */
import type { UsageEvent } from "../../../../lib/contract/usage";

export type Told = {
  /** The last words that the server took of each flag, gap, draft and acknowledgement, by their ids. */
  words: Map<string, object>;
  /** The events of each batch of uses, by its id, as it came first. */
  batches: Map<string, UsageEvent[]>;
  /** The server has taken a request. */
  took(path: string, body: unknown): void;
};

type Sent = {
  flags?: { id: string; reason: string | null; comment: string | null; passage: string | null }[];
  gaps?: { id: string; terms: string[] }[];
  acknowledgements?: { noticeId: string; version: number }[];
};

function wordsIn({ flags = [], gaps = [], acknowledgements = [] }: Sent): [string, object][] {
  return [
    ...flags.map(({ id, reason, comment, passage }): [string, object] => [id, { reason, comment, passage }]),
    ...gaps.map(({ id, terms }): [string, object] => [id, { terms }]),
    ...acknowledgements.map(({ noticeId, version }): [string, object] => [`${noticeId}/${version}`, {}]),
  ];
}

export function createTold(): Told {
  const words = new Map<string, object>();
  const batches = new Map<string, UsageEvent[]>();
  return {
    words,
    batches,
    took(path, body) {
      if (path === "/v1/usage") {
        const { id, events } = body as { id: string; events: UsageEvent[] };
        if (!batches.has(id)) batches.set(id, events);
      } else if (path === "/v1/articles") {
        const { id, content, note } = body as { id: string; content: { title: string }; note: string };
        words.set(id, { title: content.title, note });
      } else {
        for (const [id, said] of wordsIn(body as Sent)) words.set(id, said);
      }
    },
  };
}
