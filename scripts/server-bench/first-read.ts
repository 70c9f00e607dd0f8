import { changesPageSchema } from "../../lib/contract/changes";

const FIRST_PAGE_TRIES = 5;

/** Times in milliseconds. `bytes` are those of the JSON, before compression. */
export type FirstRead = { firstPageMs: number; wholeMs: number; pages: number; bytes: number };

/** Reads everything as a new client does: the first page of 200 (the median of five tries), then all in pages of 500. */
export async function measureFirstRead(url: string, token: string): Promise<FirstRead> {
  const headers = { Authorization: `Bearer ${token}` };
  const readPage = async (query: string) => (await fetch(`${url}/v1/changes?${query}`, { headers })).text();
  const times: number[] = [];
  for (let attempt = 0; attempt < FIRST_PAGE_TRIES; attempt += 1) {
    const startMs = performance.now();
    await readPage("limit=200");
    times.push(performance.now() - startMs);
  }
  const whole = { pages: 0, bytes: 0 };
  const startMs = performance.now();
  for (let cursor: string | null = ""; cursor !== null; ) {
    const text = await readPage(`limit=500${cursor && `&cursor=${cursor}`}`);
    const page = changesPageSchema.parse(JSON.parse(text));
    whole.pages += 1;
    whole.bytes += Buffer.byteLength(text);
    cursor = page.hasMore ? page.cursor : null;
  }
  const wholeMs = performance.now() - startMs;
  return { firstPageMs: times.sort((a, b) => a - b)[Math.floor(FIRST_PAGE_TRIES / 2)] ?? 0, wholeMs, ...whole };
}
