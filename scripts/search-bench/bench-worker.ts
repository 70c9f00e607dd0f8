/**
 * The library's own worker code, measured from inside: rows come from the page's server, the rest is as in the panel.
 * One message asks for one step and gets one answer.
 */
import type { Article } from "../../lib/contract/article";
import { applyPage } from "../../lib/db/apply-page";
import { openLibraryDatabase } from "../../lib/db/library-database";
import type { Ticket } from "../../lib/ticket";
import { openLibrary } from "../../lib/worker/open-library";
import type { Library } from "../../lib/worker/protocol";

export type Step =
  | { step: "fill"; articles: number }
  | { step: "open"; ticket: Ticket }
  | { step: "waitUntilSaved" }
  | { step: "ask"; tickets: Ticket[] };

/** Milliseconds of the step; for "ask", of each ticket. */
export type StepAnswer = { timesMs: number[]; savedBytes: number } | { error: string };

const LIBRARY_ID = "bench";
const PAGE_SIZE = 500;
let library: Library | null = null;

async function fill(articles: number): Promise<void> {
  const database = openLibraryDatabase(LIBRARY_ID);
  for (let from = 0; from < articles; from += PAGE_SIZE) {
    const rows = (await (await fetch(`/articles?from=${from}&limit=${PAGE_SIZE}`)).json()) as Article[];
    const changes = rows.map((article) => ({ op: "put" as const, type: "article" as const, article }));
    const remaining = Math.max(0, articles - from - PAGE_SIZE);
    const page = { changes, cursor: `c${from}`, reset: from === 0, hasMore: remaining > 0, remaining };
    await applyPage(database, page, Date.now());
  }
  database.close();
}

function ask(ticket: Ticket): Promise<unknown> {
  if (!library) throw new Error("the library is not open");
  return library.suggest({ ticket, droppedTerms: [] });
}

function bytesOf(content: unknown): number {
  if (typeof content === "string") return content.length;
  if (ArrayBuffer.isView(content)) return content.byteLength;
  if (typeof content !== "object" || content === null) return 8;
  return Object.values(content).reduce((sum: number, value) => sum + bytesOf(value), 0);
}

async function waitUntilSaved(): Promise<number> {
  const database = openLibraryDatabase(LIBRARY_ID);
  while ((await database.indexParts.count()) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  const parts = await database.indexParts.toArray();
  database.close();
  return parts.reduce((sum, part) => sum + bytesOf(part.content), 0);
}

async function run(step: Step): Promise<StepAnswer> {
  const timesMs: number[] = [];
  let savedBytes = 0;
  const time = async (work: () => Promise<unknown>) => {
    const startMs = performance.now();
    await work();
    timesMs.push(performance.now() - startMs);
  };
  if (step.step === "fill") await time(() => fill(step.articles));
  else if (step.step === "open") {
    await time(() => {
      const address = { libraryId: LIBRARY_ID, endpoint: location.origin, token: "bench", clientVersion: "0.0.0" };
      library = openLibrary(address);
      return ask(step.ticket);
    });
  } else if (step.step === "waitUntilSaved") {
    await time(async () => {
      savedBytes = await waitUntilSaved();
    });
  } else for (const ticket of step.tickets) await time(() => ask(ticket));
  return { timesMs, savedBytes };
}

self.addEventListener("message", ({ data: step }: MessageEvent<Step>) => {
  run(step).then(
    (answer) => self.postMessage(answer),
    (error: unknown) => self.postMessage({ error: String(error) } satisfies StepAnswer),
  );
});
