import type { Page } from "puppeteer-core";
import { z } from "../../lib/contract/zod";
import { waitForAnswer } from "../browser/read-panel";
import { waitUntil } from "../browser/wait-until";
import { FIRST_SUGGESTIONS, READ_FRAMES, WATCH_FRAMES, WATCH_OPENING } from "./watch-panel";

/** Milliseconds since the panel's document was asked for. */
export type Opening = { firstPaintMs: number; firstSuggestionsMs: number };

/** Milliseconds: the longest time between two frames, and the longest task, while somebody typed. */
export type Typing = { longestGapMs: number; longestTaskMs: number };

const openingSchema = z.object({ firstPaintMs: z.number(), firstSuggestionsMs: z.number() });
const typingSchema = z.object({ longestGapMs: z.number(), longestTaskMs: z.number() });

/** Thirty keys. */
const TYPED = "refund charged twice direct db";
/** As fast as a practised typist. */
const BETWEEN_KEYS_MS = 110;

/** Opens the panel anew, document, worker, index and all, with a ticket in front. The browser's caches are warm. */
export async function measureOpening(panel: Page, ticketId: string): Promise<Opening> {
  const { identifier } = await panel.evaluateOnNewDocument(WATCH_OPENING);
  await panel.reload();
  await panel.removeScriptToEvaluateOnNewDocument(identifier);
  await waitForAnswer(panel, ticketId);
  return waitUntil("the times of an opening", async () => {
    const times = await panel.evaluate(
      (mark) => ({
        firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
        firstSuggestionsMs: performance.getEntriesByName(mark)[0]?.startTime,
      }),
      FIRST_SUGGESTIONS,
    );
    return openingSchema.safeParse(times).data ?? null;
  });
}

/** Types into the search field, results following, and empties it again. */
export async function measureTyping(panel: Page): Promise<Typing> {
  await panel.focus("[data-action=search]");
  await panel.evaluate(WATCH_FRAMES);
  await panel.keyboard.type(TYPED, { delay: BETWEEN_KEYS_MS });
  await panel.waitForSelector("[data-card]");
  const typing = typingSchema.parse(await panel.evaluate(READ_FRAMES));
  await panel.keyboard.press("Escape");
  return typing;
}
