/** From "the last message is drawn" in the page to "its report is sent" in the content script, on one clock. */
import type { Page } from "@playwright/test";
import { z } from "../../lib/contract/zod";
import type { LoadedExtension } from "../browser/launch-extension";
import { waitUntil } from "../browser/wait-until";
import { type ContentWorld, contentWorldOf } from "./content-world";

/** Keeps what is sent and when. The content script looks `sendMessage` up at each call, so it finds this one. */
const RECORD_SENDING = `(() => {
  const send = chrome.runtime.sendMessage;
  globalThis.sentReports = [];
  chrome.runtime.sendMessage = (message, ...others) => {
    const { ticket } = message.report ?? {};
    globalThis.sentReports.push({ atMs: performance.now(), lastText: ticket?.messages.at(-1)?.text ?? null });
    return send.call(chrome.runtime, message, ...others);
  };
})()`;

/** Messages arrive one by one, not in a burst: the reader gathers longer while a page is busy. */
const BETWEEN_MS = 700;

const sentSchema = z.array(z.object({ atMs: z.number(), lastText: z.string().nullable() }));

/** Draws a message on the open ticket and answers when that was done, on the page's clock. */
async function drawMessage(page: Page, ticketId: string, text: string): Promise<number> {
  const message = { role: "customer", author: "Nora Lindqvist", sentAt: "2026-11-20T10:00:00Z", text };
  return z
    .number()
    .parse(
      await page.evaluate(
        `(replica.addMessage(${JSON.stringify(ticketId)}, ${JSON.stringify(message)}), performance.now())`,
      ),
    );
}

async function waitForReport(world: ContentWorld, text: string): Promise<number> {
  return waitUntil(`a report that ends in "${text}"`, async () => {
    const sent = sentSchema.parse(await world.evaluate("globalThis.sentReports"));
    return sent.find(({ lastText }) => lastText === text)?.atMs ?? null;
  });
}

/**
 * Milliseconds for each of `rounds` messages that arrive on the ticket open in `page`. The first report of the ticket
 * must have been sent before.
 */
export async function measureLatency(
  extension: LoadedExtension,
  page: Page,
  ticketId: string,
  rounds: number,
): Promise<number[]> {
  const world = await contentWorldOf(extension, page);
  await world.evaluate(RECORD_SENDING);
  const delaysMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.waitForTimeout(BETWEEN_MS);
    const text = `Message number ${round} of the measurement`;
    const drawnAtMs = await drawMessage(page, ticketId, text);
    delaysMs.push((await waitForReport(world, text)) - drawnAtMs);
  }
  await world.session.detach();
  return delaysMs;
}
