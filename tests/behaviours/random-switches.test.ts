/**
 * Five hundred switches between twelve tickets, at random but the same each time: tickets that are drawn late or never,
 * addresses that move before or after the page, messages that arrive, tabs that close and open again. Whatever the
 * page does, no text may ever be reported under another ticket's id.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRandom, type Random } from "../browser/support/random";
import { makeMessage, makeTicket, mixedUp, summary } from "../content-scripts/living-desk";
import type { DelayMs, DeskDelays, DeskOptions } from "../replicas/desk";
import { openReplica, type ReplicaDesk } from "./replica-desk";

const SWITCHES = 500;
const TICKETS = 12;

/** After so long a ticket that is drawn at all has been read: the slowest drawing, and what the reader waits for. */
const SETTLED_MS = 40_000;

/** Mostly quick, at times up to 12 s, now and then never. */
function drawingDelay(random: Random): DelayMs {
  if (random.chance(0.04)) return "never";
  return random.chance(0.2) ? random.below(12_000) : random.below(1_500);
}

function randomDelays(random: Random): Partial<DeskDelays> {
  return {
    subject: drawingDelay(random),
    log: random.below(1_500),
    messages: drawingDelay(random),
    noteType: random.below(800),
    pane: random.below(700),
    linger: random.chance(0.1) ? random.below(12_000) : random.below(900),
  };
}

function openTwelve(helpdesk: DeskOptions["helpdesk"]) {
  const tickets = Array.from({ length: TICKETS }, (_, index) => {
    const id = String(100 + index);
    return makeTicket(id, { tags: [`Tag ${id}`], fields: { priority: `Value ${id}`, type: `Value ${id}` } });
  });
  return { tickets, desk: openReplica({ helpdesk, tickets, newestShown: 3 }, "tickets/100", true) };
}

type Twelve = ReturnType<typeof openTwelve>;

function addMessage({ tickets, desk }: Twelve, random: Random, count: number): void {
  const id = tickets[random.below(TICKETS)]?.id ?? "100";
  const role = random.oneOf(["customer", "agent", "note"]);
  const sentAt = new Date(Date.UTC(2026, 8, 15) + count * 60_000).toISOString();
  desk.replica.addMessage(id, makeMessage({ role, text: `Text ${id}`, sentAt }));
}

async function switchOnce(twelve: Twelve, random: Random, count: number): Promise<void> {
  const { desk, tickets } = twelve;
  const id = tickets[random.below(TICKETS)]?.id ?? "100";
  desk.replica.change({
    delaysMs: randomDelays(random),
    switchOrder: random.oneOf(["addressFirst", "paneFirst"]),
    moveBy: random.oneOf(["push", "replace"]),
  });
  if (random.chance(0.15)) desk.replica.closeTicket(tickets[random.below(TICKETS)]?.id ?? "100");
  if (random.chance(0.05)) desk.replica.openPage(random.oneOf(["list", "dashboard", "newTicket"]));
  desk.replica.openTicket(id);
  if (random.chance(0.3)) addMessage(twelve, random, count);
  await desk.pass(random.chance(0.1) ? random.below(15_000) : random.below(1_200));
  if (random.chance(0.2)) addMessage(twelve, random, count);
}

/** Opens a ticket anew in a page that draws it, waits, and says what is reported then. */
async function settleOn(desk: ReplicaDesk, id: string): Promise<string> {
  desk.replica.change({ delaysMs: { subject: 200, log: 800, messages: 1_500, pane: 50, linger: 300 } });
  desk.replica.closeTicket(id);
  await desk.pass(2_000);
  desk.replica.openTicket(id);
  await desk.pass(SETTLED_MS);
  return summary(desk.reports.at(-1));
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(["zendesk", "freshdesk"] as const)("%s", (helpdesk) => {
  it.each([20_261])(
    "never mixes up tickets in 500 switches, and reads the one in front at the end (seed %i)",
    async (seed) => {
      const random = createRandom(seed);
      const twelve = openTwelve(helpdesk);
      const { desk } = twelve;

      for (let count = 0; count < SWITCHES; count += 1) await switchOnce(twelve, random, count);
      const last = await settleOn(desk, "107");

      const read = new Set(desk.reports.flatMap((report) => (report.state === "ticket" ? [report.ticket.id] : [])));
      expect(mixedUp(desk.reports)).toEqual([]);
      expect(read.size).toBe(TICKETS);
      expect(last).toMatch(/^ticket 107: Subject 107 \| Text 107/);
    },
    120_000,
  );

  it.each(["100", "105", "111"])("reads ticket %s after twenty quick switches", async (id) => {
    const random = createRandom(Number(id));
    const { desk } = openTwelve(helpdesk);

    for (let count = 0; count < 20; count += 1) {
      desk.replica.openTicket(String(100 + random.below(TICKETS)));
      await desk.pass(random.below(200));
    }
    desk.replica.openTicket(id);
    await desk.pass(SETTLED_MS);

    expect(mixedUp(desk.reports)).toEqual([]);
    expect(summary(desk.reports.at(-1))).toMatch(new RegExp(`^ticket ${id}: Subject ${id} \\| Text ${id}`));
  });
});
