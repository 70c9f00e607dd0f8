/**
 * A day of the built extension in its real panel, on the real server, in which browser, background, panel, worker, server
 * or connection fail again and again, between acts and in them. What the panel has confirmed arrives once, nothing arrives
 * that was never said, and the copy is the server's in the end.
 */
import { en } from "../../components/text/en";
import { type AgentBrowser, startAgentBrowser } from "./support/chaos/agent-browser";
import { checkRows, type Day, dealFailures, failOnce, newWord } from "./support/chaos/day";
import { type ChaosFront, startChaosFront } from "./support/chaos/front";
import { checkCopy, createLedger } from "./support/chaos/ledger";
import { readStoredWords } from "./support/chaos/stored-words";
import { prepareBase } from "./support/chaos/team";
import { test as base, connectTo, expect } from "./support/fixtures";
import { expectText, pressButton } from "./support/panel-steps";
import { createRandom } from "./support/random";

const SEED = Number(process.env.SOUFFLEUR_CHAOS_SEED ?? 1);
const FAILURES = Number(process.env.SOUFFLEUR_CHAOS_FAILURES ?? 24);

/** On a machine that does much else meanwhile. */
const FAILURE_MS = 30_000;
const END_MS = 60_000;

const test = base.extend<{ front: ChaosFront; agentBrowser: AgentBrowser; flaggable: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  flaggable: async ({}, use) => {
    const random = createRandom(SEED + 1);
    await use(Array.from({ length: FAILURES }, () => newWord(random)));
  },
  front: async ({ backend }, use) => {
    const front = await startChaosFront(backend.url);
    await use(front);
    await front.close();
  },
  agentBrowser: async ({ backend, front, flaggable, extensionDir, headless }, use) => {
    await prepareBase(backend, flaggable);
    const browser = await startAgentBrowser({ extensionDir, headless }, (extension) =>
      connectTo(extension, { ...backend, url: front.url }),
    );
    await use(browser);
    await browser.close();
  },
});

/** Until nothing waits any more and the last pass went well. */
async function syncToTheEnd({ browser: { extension, panel } }: Day): Promise<void> {
  const rest = async () => {
    await pressButton(panel, en.sync.syncNow);
    const { outbox, gaps, drafts, acknowledgements, sync } = await readStoredWords(extension);
    const waiting = [...outbox, ...gaps, ...drafts, ...acknowledgements].filter(({ state }) => state === "queued");
    return { waiting, problem: sync[0]?.problem };
  };
  await expect.poll(rest, { timeout: END_MS }).toEqual({ waiting: [], problem: null });
}

test(`what the panel has confirmed arrives once, whatever fails and when (seed ${SEED}, ${FAILURES} failures)`, async ({
  backend,
  front,
  agentBrowser: browser,
  flaggable,
}) => {
  test.setTimeout(END_MS * 2 + FAILURES * FAILURE_MS);
  const random = createRandom(SEED);
  const day: Day = { backend, front, browser, random, ledger: createLedger(), unflagged: flaggable, round: 0 };
  await expectText(browser.panel, en.sync.freshAt(""));

  for (const [at, failure] of dealFailures(FAILURES, random).entries()) {
    const { act, blow, moment, isOfPull } = failure;
    const title = `${at + 1}: ${act}, ${isOfPull ? "news, " : ""}${moment}: ${blow}`;
    await test.step(title, () => failOnce(day, failure));
  }
  await syncToTheEnd(day);

  await checkRows(day);
  const stored = await readStoredWords(browser.extension);
  await day.ledger.checkServer(stored, backend, front);
  await expect(async () => checkCopy(await readStoredWords(browser.extension), backend)).toPass({ timeout: END_MS });
  expect(day.ledger.count("given")).toBeGreaterThan(FAILURES / 3);
});
