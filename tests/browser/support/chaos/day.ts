/** An agent's day in the real panel, in which something fails in each of its rounds. */
import { expect } from "@playwright/test";
import { en } from "../../../../components/text/en";
import { closeSidePanel } from "../../../../scripts/browser/side-panel";
import { pressButton } from "../panel-steps";
import type { Random } from "../random";
import { type Act, type ActName, ALL_ACTS, prepareAct, SENDING } from "./acts";
import { BLOWS, type BlowName, FAILURES, type Moment, type Surroundings } from "./blows";
import type { ChaosFront, End } from "./front";
import { type Ledger, PATHS } from "./ledger";
import { readStoredWords } from "./stored-words";
import { changeServer, publishNotice } from "./team";

export type Day = Surroundings & {
  front: ChaosFront;
  ledger: Ledger;
  random: Random;
  /** Articles that nobody has flagged yet. */
  unflagged: string[];
  round: number;
};

/** `isOfPull`: it is the reading of news that meets the blow, not the sending of the act. */
export type Failure = { blow: BlowName; moment: Moment; act: ActName; isOfPull: boolean };

const STRIKE_WITHIN_MS = 60_000;

function isEnd(moment: Moment): moment is End {
  return moment !== "in the act" && moment !== "once it is shown";
}

/** Deals everything once, in any order, before it deals anything again. */
function createDeck<T>(values: readonly T[], random: Random): () => T {
  let rest: T[] = [];
  return () => {
    if (rest.length === 0) rest = [...values];
    return rest.splice(random.below(rest.length), 1)[0] as T;
  };
}

/** The acts that fall together with a moment, each before any comes again. */
function createActDeck(moment: Moment, random: Random): () => Pick<Failure, "act" | "isOfPull"> {
  const sent = SENDING.map((act) => ({ act, isOfPull: false }));
  if (isEnd(moment)) return createDeck([...sent, { act: random.oneOf(SENDING), isOfPull: true }], random);
  // What only the panel knows of is all the more to be there the moment it is shown.
  const acts = moment === "once it is shown" ? SENDING : ALL_ACTS;
  return createDeck(
    acts.map((act) => ({ act, isOfPull: false })),
    random,
  );
}

/** So many failures: each with each of its moments before any comes again. */
export function dealFailures(count: number, random: Random): Failure[] {
  const pairs = FAILURES.flatMap(({ blow, moments }) => moments.map((moment) => ({ blow, moment })));
  const next = createDeck(pairs, random);
  const actDecks = new Map<Moment, () => Pick<Failure, "act" | "isOfPull">>();
  return Array.from({ length: count }, () => {
    const { blow, moment } = next();
    const deck = actDecks.get(moment) ?? createActDeck(moment, random);
    actDecks.set(moment, deck);
    return { blow, moment, ...deck() };
  });
}

/** Letters only, as terms have to be, and near no other word. */
export function newWord(random: Random): string {
  return Array.from({ length: 11 }, () => String.fromCharCode(97 + random.below(26))).join("");
}

async function prepare(day: Day, name: ActName): Promise<Act> {
  const { random, browser, ledger } = day;
  if (name === "acknowledge") {
    const id = `n${day.round}`;
    await publishNotice(day.backend, id);
    return prepareAct(browser.panel, name, id, ledger);
  }
  const isFlag = name === "flag" || name === "takeBackFlag";
  const word = isFlag ? day.unflagged.pop() : newWord(random);
  if (word === undefined) throw new Error("Every article is flagged.");
  return prepareAct(browser.panel, name, word, ledger);
}

/** So many messages to the browser and back: some moments, which no clock measures. */
async function passMessages({ browser }: Day, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) await browser.extension.puppeteerBrowser.version();
}

/** Some messages to the browser after the press, the blow falls; only what was shown until then is given. */
async function failInAct(day: Day, blow: BlowName, act: Act): Promise<void> {
  const { ledger, random } = day;
  const messages = random.below(5);
  if (random.chance(0.3)) await day.backend.stop();
  const end = new AbortController();
  ledger.note(act.word, "maybe");
  await act.say();
  const shown = act.shown(end.signal).then(
    () => true,
    // The panel has ended, or is another one.
    () => false,
  );
  await passMessages(day, messages);
  await BLOWS[blow].fall(day);
  if (BLOWS[blow].endsPanel) end.abort();
  const isShown = await shown;
  if (isShown) ledger.note(act.word, act.standing);
  expect(isShown || BLOWS[blow].endsPanel, "the panel goes on").toBe(true);
}

async function give({ ledger }: Day, act: Act): Promise<void> {
  ledger.note(act.word, "maybe");
  await act.say();
  await act.shown(AbortSignal.timeout(STRIKE_WITHIN_MS));
  ledger.note(act.word, act.standing);
}

/** Has the background sync, with the panel closed, once what was said may leave. */
async function syncInBackground({ browser: { extension, panel } }: Day): Promise<void> {
  await closeSidePanel(panel);
  const { outbox, gaps } = await readStoredWords(extension);
  const dueAtMs = Math.max(0, ...[...outbox, ...gaps].map(({ undoUntilMs }) => undoUntilMs));
  await expect.poll(() => Date.now(), { timeout: STRIKE_WITHIN_MS }).toBeGreaterThan(dueAtMs);
  // The background sets its own alarm of this name when it starts; one set before would be replaced by it.
  const alarm = () => extension.evaluate('chrome.alarms.get("sync")');
  await expect.poll(alarm, { timeout: STRIKE_WITHIN_MS }).toMatchObject({ name: "sync" });
  await extension.evaluate('chrome.alarms.create("sync", { when: Date.now(), periodInMinutes: 1 })');
}

/** The act is given; the blow falls when it is on its way to the server, or in the reading of news after it. */
async function failInPass(day: Day, { blow, end, isOfPull }: Failure & { end: End }, act: Act): Promise<void> {
  const { front, browser, random } = day;
  const isOfBackground = blow === "the background is stopped" || (!/panel/.test(blow) && random.chance(0.4));
  const messages = end === "arrival" ? random.below(8) : 0;
  if (isOfPull) await give(day, act);
  const request = isOfPull ? { method: "GET", path: "/v1/changes" } : { method: "POST", path: PATHS[act.word.kind] };
  let hasStruck = false;
  const struck = front.strike(request, end, async () => {
    await passMessages(day, messages);
    await BLOWS[blow].fall(day);
    hasStruck = true;
  });
  const unlessStruck = (error: unknown) => {
    // What leads there may have met the blow itself, even before the panel had shown what it sent: that stays a "maybe".
    if (front.isArmed()) throw error;
  };
  if (!isOfPull) await give(day, act).catch(unlessStruck);
  if (front.isArmed()) {
    const lead = isOfBackground ? syncInBackground(day) : pressButton(browser.panel, en.sync.syncNow);
    await lead.catch(unlessStruck);
  }
  await expect.poll(() => hasStruck, { timeout: STRIKE_WITHIN_MS, message: `${request.path} comes` }).toBe(true);
  await struck;
}

/** Whatever has ended is there again. */
async function bringBack({ backend, browser, front }: Day): Promise<void> {
  front.rest();
  await backend.restart();
  await browser.bringBack();
}

/** No word is lost or doubled; the copy is the one of its cursor. */
export async function checkRows({ browser, ledger, front }: Day): Promise<void> {
  const stored = await readStoredWords(browser.extension);
  ledger.checkStored(stored, front.told);
  const { rows, expected } = front.feed.compareCopy(stored.sync[0]?.cursor ?? null, stored);
  expect(rows, "rows are those of the cursor").toEqual(expected);
}

/** One round: news on the server, an act, and a failure at its moment. Everything is checked and stands again after it. */
export async function failOnce(day: Day, failure: Failure): Promise<void> {
  const { blow, moment, act: name } = failure;
  day.round += 1;
  await changeServer(day);
  const act = await prepare(day, name);
  if (isEnd(moment)) await failInPass(day, { ...failure, end: moment }, act);
  else if (moment === "in the act") await failInAct(day, blow, act);
  else {
    await give(day, act);
    await BLOWS[blow].fall(day);
  }
  await bringBack(day);
  await checkRows(day);
}
