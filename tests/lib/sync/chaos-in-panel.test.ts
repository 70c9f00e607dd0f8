/**
 * The true client on the true server through a day in which the network fails and the panel ends, in passes and in what
 * the agent says. Nothing the agent said is lost or comes twice, and the copy is the server's in the end.
 */
import { it } from "vitest";
import { actInPanel, beginDay, checkMoments, endDay, failUntil, passInPanel } from "./chaos/day";

const ROUNDS = {
  "in the panel, ": passInPanel,
  "in flag, ": actInPanel("flag"),
  "in undoFlag, ": actInPanel("undoFlag"),
  "in explainFlag, ": actInPanel("explainFlag"),
  "in reportGap, ": actInPanel("reportGap"),
  "in undoGap, ": actInPanel("undoGap"),
  "in saveDraft, ": actInPanel("saveDraft"),
  "in acknowledge, ": actInPanel("acknowledge"),
};

it("every word arrives once, and no change is skipped, whenever network and panel fail", async () => {
  const day = await beginDay(1);
  await failUntil(day, ROUNDS, 145);
  await endDay(day);
  checkMoments(day, "in the panel, ");
  // On a machine that does much else meanwhile; alone it takes some seconds.
}, 300_000);
