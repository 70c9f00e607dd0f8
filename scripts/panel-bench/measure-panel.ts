import type { Page } from "puppeteer-core";
import { z } from "../../lib/contract/zod";
import { waitForAnswer } from "../browser/read-panel";
import { waitUntil } from "../browser/wait-until";
import { READ_FIRST_PAINT, READ_FRAMES, READ_PAINTS, WATCH_FRAMES } from "./watch-panel";

/** Milliseconds since the panel's document was asked for, until each was painted. */
export type Opening = { firstPaintMs: number; wordsMs: number; suggestionsMs: number };

/** Milliseconds: the longest time between two frames, and the longest task, while somebody typed. */
export type Typing = { longestGapMs: number; longestTaskMs: number };

const openingSchema = z.object({ firstPaintMs: z.number(), wordsMs: z.number(), suggestionsMs: z.number() });
const typingSchema = z.object({ longestGapMs: z.number(), longestTaskMs: z.number() });

/** Thirty keys. */
const TYPED = "refund charged twice direct db";
/** As fast as a practised typist. */
const BETWEEN_KEYS_MS = 110;

/** When a panel that was opened or loaded anew painted what. */
export async function measureOpening(panel: Page, ticketId: string): Promise<Opening> {
  await waitForAnswer(panel, ticketId);
  return waitUntil(
    "the times of an opening",
    async () => openingSchema.safeParse(await panel.evaluate(READ_PAINTS)).data ?? null,
  );
}

/** When the page in the panel painted first, in milliseconds since its document was asked for. */
export function measureFirstPaint(panel: Page): Promise<number> {
  const read = async () => openingSchema.shape.firstPaintMs.safeParse(await panel.evaluate(READ_FIRST_PAINT)).data;
  return waitUntil("the first paint", async () => (await read()) ?? null);
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
