/**
 * The true client on the true server through a day in which panel and background sync at once, and either ends, or the
 * browser, or the network fails. Nothing the agent said is lost or comes twice, and the copy is the server's in the end.
 */
import { it } from "vitest";
import { beginDay, checkMoments, endDay, failUntil, passesAtOnce } from "./chaos/day";

it("every word arrives once, and no change is skipped, when panel and background sync at once and either ends", async () => {
  const day = await beginDay(2);
  await failUntil(day, { "in one of two, ": passesAtOnce }, 60);
  await endDay(day);
  checkMoments(day, "in one of two, ");
  // On a machine that does much else meanwhile; alone it takes some seconds.
}, 300_000);
