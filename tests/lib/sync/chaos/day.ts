/** A day of the true client on the true server in which something fails again and again, each time at another moment. */
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { openLibraryDatabase } from "../../../../lib/db/library-database";
import { createRandom, type Random } from "../../../browser/support/random";
import { createTestServer } from "../../../server/support";
import { actOnSent, type DayPlan, draftContent, haveWaiting, RISKY_ACTS, work } from "./agent-day";
import { type Checked, checkEnd, checkRows } from "./check";
import { type Contexts, createContexts, type Panel } from "./contexts";
import { createFate, type Fate } from "./fate";
import { createLedger, readLedger } from "./ledger";
import { createLife } from "./mortal-context";
import { createNetwork, FAULTS } from "./network";
import { prepareBase, type Team, teamWork } from "./team-day";

export type Day = DayPlan & Team & Checked & { random: Random; fate: Fate; contexts: Contexts; panel: Panel };

/** One way to spend some time in which the chosen moment may come; null: nothing is to fail. */
export type Round = (day: Day, moment: string | null) => Promise<void>;

const ARTICLES = Array.from({ length: 8 }, (_, number) => `s${number}`) as [string, ...string[]];

export async function beginDay(seed: number): Promise<Day> {
  const server = await createTestServer();
  const [agent, admin] = [await server.addAgent(), await server.addAgent({ name: "Ada", role: "admin" })];
  const random = createRandom(seed);
  const fate = createFate(random);
  const network = createNetwork(server, fate);
  const libraryId = randomUUID();
  const contexts = createContexts({ server, agent, fate, network, libraryId });
  const base = { server, articleIds: ARTICLES };
  await prepareBase(base);
  const rest = { random, fate, ledger: createLedger(), notices: new Map<string, number>() };
  const panel = await contexts.openPanel();
  const day = { ...base, ...rest, agent, admin, network, libraryId, contexts, panel };
  network.meanwhile = (path) => actMeanwhile(day, path);
  return day;
}

/** The agent does not wait for a pass: while an answer is on its way there is often something to say. */
async function actMeanwhile(day: Day, path: string): Promise<void> {
  if (day.panel.life.isOver || !day.random.chance(path === "/v1/changes" ? 0.1 : 0.6)) return;
  await day.fate.spare(() => actOnSent(day, day.panel, path));
}

/** What ends with its context is heard of by nobody. */
async function untilEnd(panel: Panel, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, panel.life.end]).catch((error: unknown) => {
    if (!panel.life.isOver) throw error;
  });
}

/** The panel syncs; it may die, or the network fail. */
export const passInPanel: Round = async (day, moment) => {
  const { panel, fate } = day;
  fate.watch("in the panel, ", moment, [panel.life]);
  await untilEnd(panel, panel.library.sync());
};

/** The alarm fires while the panel syncs, or the other way round; one of the two ends, or the browser with both. */
export const passesAtOnce: Round = async (day, moment) => {
  const { panel, fate, random } = day;
  const background = createLife(fate);
  const mortal = random.oneOf([[background], [background], [panel.life], [panel.life, background]]);
  fate.watch("in one of two, ", moment, mortal);
  const isBrowserMortal = mortal.length > 1;
  const isBackgroundFirst = random.chance(0.7);
  const inBackground = isBackgroundFirst ? day.contexts.backgroundPass(background) : null;
  if (isBackgroundFirst) await Promise.resolve();
  const inPanel = untilEnd(panel, panel.library.sync());
  const pass = inBackground ?? day.contexts.backgroundPass(background);
  if (isBrowserMortal) panel.life.onEnd(background.kill);
  await Promise.race([pass, background.end]).catch((error: unknown) => {
    if (!background.isOver) throw error;
  });
  if (isBrowserMortal && fate.hasStruck()) panel.life.kill();
  await inPanel;
};

/** An act in which the panel may die. What became of it is what its rows say. */
export function actInPanel(name: keyof typeof RISKY_ACTS): Round {
  return async (day, moment) => {
    const { panel, ledger, libraryId, fate } = day;
    const before = structuredClone(ledger);
    fate.watch(`in ${name}, `, moment, [panel.life]);
    await untilEnd(panel, RISKY_ACTS[name](day, panel));
    if (!panel.life.isOver) return;
    const database = openLibraryDatabase(libraryId);
    const after = await readLedger(database);
    database.close();
    for (const table of ["flags", "gaps", "drafts", "acknowledgements"] as const) {
      expect(Math.abs(after[table].size - before[table].size)).toBeLessThanOrEqual(1);
    }
    Object.assign(ledger, after);
  };
}

/** Some work, and then time in which the moment may come. Answers whether something failed. */
async function spend(day: Day, round: Round, moment: string | null): Promise<boolean> {
  await work(day, day.panel);
  await teamWork(day, moment ?? "");
  if (moment?.includes("acknowledge")) await day.panel.library.sync();
  await haveWaiting(day, day.panel, moment ?? "flags gaps drafts usage");
  await round(day, moment);
  const hasStruck = day.fate.rest();
  if (day.panel.life.isOver) day.panel = await day.contexts.openPanel();
  return hasStruck;
}

/** Lets moments of these rounds fail, by the beginnings of their names, until so many have. Checks the rows each time. */
export async function failUntil(day: Day, rounds: Readonly<Record<string, Round>>, failures: number): Promise<void> {
  await day.panel.library.sync();
  for (const round of Object.values(rounds)) for (let times = 0; times < 2; times += 1) await spend(day, round, null);
  for (let failed = 0; failed < failures; ) {
    const moment = day.fate.choose();
    const [, round] = Object.entries(rounds).find(([prefix]) => moment.startsWith(prefix)) ?? [];
    if (!round) throw new Error(`no round for ${moment}`);
    if (!(await spend(day, round, moment))) continue;
    failed += 1;
    await checkRows(day).catch((error: unknown) => {
      throw new Error(`after failure ${failed}: ${moment}`, { cause: error });
    });
  }
}

const REQUESTS = [
  ...["POST /v1/flags", "POST /v1/acknowledgements", "POST /v1/gaps", "POST /v1/articles", "POST /v1/usage"],
  "GET /v1/changes",
];
const TABLES = ["outbox", "acknowledgements", "gaps", "drafts", "usage", "sync", "page"];

/** Whatever a pass sends and writes was there to fail: a test that stands beside its moments would find nothing. */
export function checkMoments({ fate }: Day, prefix: string): void {
  const ends = ["end before it", "end before its answer"];
  const all = [
    ...REQUESTS.flatMap((request) => [...ends, ...FAULTS].map((moment) => `${prefix}${request}: ${moment}`)),
    ...TABLES.flatMap((table) => ["begun", "within", "committed"].map((moment) => `${prefix}${table}: ${moment}`)),
  ];
  const known = fate.moments(prefix);
  expect(all.filter((moment) => !known.has(moment))).toEqual([]);
}

/** Until the server has everything: nothing fails any more. */
export async function endDay(day: Day): Promise<void> {
  const { library } = day.panel;
  day.network.meanwhile = null;
  for (const [id, { title, note, isHandedOver }] of day.ledger.drafts) {
    if (isHandedOver) continue;
    await library.saveDraft({ id, content: draftContent(title), note, handOver: true });
    day.ledger.drafts.set(id, { title, note, isHandedOver: true });
  }
  day.server.clock.nowMs += 60_000;
  await library.sync();
  const state = await library.sync();
  expect(state).toMatchObject({ problem: null, queued: { flags: 0, acknowledgements: 0, gaps: 0, drafts: 0 } });
  await checkEnd(day);
}
