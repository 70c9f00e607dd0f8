/**
 * The true client on the true server through a day in which network, worker, background and browser fail two hundred times,
 * each time at another moment. Nothing the agent said is lost or comes twice, and the copy is the server's in the end.
 */
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { openLibraryDatabase } from "../../../lib/db/library-database";
import { createRandom, type Random } from "../../browser/support/random";
import { createReplica } from "../../server/feed/replica";
import { createTestServer } from "../../server/support";
import { type DayPlan, RISKY_ACTS, work } from "./chaos/agent-day";
import { type Checked, checkEnd, checkSurvivors } from "./chaos/check";
import { type Contexts, createContexts, type Panel } from "./chaos/contexts";
import { createLedger, readLedger } from "./chaos/ledger";
import { createLife } from "./chaos/mortal-context";
import { createNetwork, FAULTS, type Network } from "./chaos/network";
import { prepareBase, type Team, teamWork } from "./chaos/team-day";

const KILLS_PER_DAY = 42;

/** A pass takes some hundred steps; one that would end later ends in no pass. */
const LATEST_STEP = 200;

const ARTICLES = Array.from({ length: 20 }, (_, number) => `s${number}`) as [string, ...string[]];

type Day = DayPlan & Team & Checked & { random: Random; network: Network; contexts: Contexts; kills: number };

async function beginDay(seed: number): Promise<Day> {
  const server = await createTestServer();
  const [agent, admin] = [await server.addAgent(), await server.addAgent({ name: "Ada", role: "admin" })];
  const network = createNetwork(server);
  const libraryId = randomUUID();
  const contexts = createContexts(server, agent, network, libraryId);
  const base = { server, articleIds: ARTICLES };
  await prepareBase(base);
  const rest = { random: createRandom(seed), ledger: createLedger(), notices: new Map<string, number>() };
  return { ...base, ...rest, agent, admin, witness: createReplica(agent), network, libraryId, contexts, kills: 0 };
}

/** A pass while the network fails once, if the pass comes so far. */
async function passOverBadNetwork(day: Day, panel: Panel): Promise<void> {
  day.network.spoil(1 + day.random.below(4), day.random.oneOf(FAULTS));
  await panel.library.sync();
  if (day.network.mend()) day.kills += 1;
}

/** What ends with its context is heard of by nobody. */
async function untilEnd(panel: Panel, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, panel.life.end]).catch((error: unknown) => {
    if (!panel.life.isOver) throw error;
  });
}

async function passOfDyingPanel(day: Day, panel: Panel): Promise<void> {
  panel.life.endAfter(1 + day.random.below(LATEST_STEP));
  await untilEnd(panel, panel.library.sync());
}

/** The alarm fires while the panel syncs, or the other way round; one of the two is ended, or the browser with both. */
async function passesAtOnce(day: Day, panel: Panel): Promise<void> {
  const background = createLife();
  const dying = day.random.oneOf(["panel", "background", "browser"]);
  const doomed = dying === "background" ? background : panel.life;
  doomed.endAfter(1 + day.random.below(LATEST_STEP));
  if (dying === "browser") panel.life.onEnd(background.kill);
  const isBackgroundFirst = day.random.chance(0.5);
  const inBackground = isBackgroundFirst ? day.contexts.backgroundPass(background) : null;
  const inPanel = untilEnd(panel, panel.library.sync());
  const pass = inBackground ?? day.contexts.backgroundPass(background);
  const survived = await Promise.race([pass.then(() => true), background.end.then(() => false)]).catch(() => false);
  await inPanel;
  if (dying === "background" && !survived) day.kills += 1;
}

/** An act in which the panel dies, or just before, or after. What became of it is what its rows say. */
async function actOfDyingPanel(day: Day, panel: Panel): Promise<void> {
  const before = structuredClone(day.ledger);
  panel.life.endAfter(1 + day.random.below(10));
  await untilEnd(panel, day.random.oneOf(RISKY_ACTS)(day, panel));
  if (!panel.life.isOver) return;
  const database = openLibraryDatabase(day.libraryId);
  const { usage, ...after } = { ...day.ledger, ...(await readLedger(database)) };
  database.close();
  for (const table of ["flags", "gaps", "drafts", "acknowledgements"] as const) {
    expect(Math.abs(after[table].size - before[table].size)).toBeLessThanOrEqual(1);
  }
  Object.assign(day.ledger, after);
}

const DISASTERS = [
  passOverBadNetwork,
  passOverBadNetwork,
  passOfDyingPanel,
  passOfDyingPanel,
  passesAtOnce,
  actOfDyingPanel,
] as const;

/** Until the server has everything: nothing fails any more. */
async function endDay(day: Day, panel: Panel): Promise<void> {
  for (const [id, { title, note, isHandedOver }] of day.ledger.drafts) {
    if (isHandedOver) continue;
    const texts = { language: "en", title, summary: "", bodyHtml: `<p>${title}</p>`, replyText: null } as const;
    await panel.library.saveDraft({
      id,
      content: { ...texts, kind: "how-to", category: [], tags: [] },
      note,
      handOver: true,
    });
    day.ledger.drafts.set(id, { title, note, isHandedOver: true });
  }
  day.server.clock.nowMs += 60_000;
  await panel.library.sync();
  const state = await panel.library.sync();
  expect(state).toMatchObject({ problem: null, queued: { flags: 0, acknowledgements: 0, gaps: 0, drafts: 0 } });
}

it.each([1, 2, 3, 4, 5])(
  "day %i: every word arrives once, and no change is skipped",
  async (seed) => {
    const day = await beginDay(seed);
    let panel = await day.contexts.openPanel();
    await panel.library.sync();

    while (day.kills < KILLS_PER_DAY) {
      await work(day, panel);
      await teamWork(day);
      const kills = day.kills;
      await day.random.oneOf(DISASTERS)(day, panel);
      panel.life.spare();
      if (panel.life.isOver) {
        day.kills += 1;
        panel = await day.contexts.openPanel();
      }
      if (day.kills > kills) await checkSurvivors(day);
    }

    await endDay(day, panel);
    await checkEnd(day);
  },
  // On a machine that does much else meanwhile; alone it takes some seconds.
  300_000,
);
