/** Sync that goes wrong half way: what the agent is told, what stands in the database, and how it goes on. */
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { waitForAnswer } from "../../scripts/browser/read-panel";
import type { ArticleLine } from "./support/backend";
import { openDesk } from "./support/desks";
import { type Fault, type FaultyFront, startFaultyFront } from "./support/faulty-front";
import { test as base, connectTo, expect } from "./support/fixtures";
import { expectFirstCard, expectNoText, expectText, pageText, pressButton } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";
import { readStoredLibrary, type StoredLibrary } from "./support/stored-library";

const { parcel, invoice } = SHOP_TICKETS;
const { problems } = en.sync;

/** Articles on one page of changes. */
const PAGE = 200;

/** Articles about nothing in particular, to fill pages with. */
function fillers(count: number): ArticleLine[] {
  return Array.from({ length: count }, (_, at) => ({
    _id: `filler-${at}`,
    title: `Shelf ${at}`,
    text: `Shelf ${at} holds jar ${at * 7} and tin ${at * 13}.`,
  }));
}

const test = base.extend<{ front: FaultyFront; openConnected: () => Promise<PanelPage> }>({
  front: async ({ backend }, use) => {
    const front = await startFaultyFront(backend.url);
    await use(front);
    await front.close();
  },
  /** The panel beside a ticket, connected through the front. */
  openConnected: async ({ backend, extension, page, desk, openPanel, front }, use) => {
    await use(async () => {
      await connectTo(extension, { ...backend, url: front.url });
      await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [parcel, invoice] }, parcel.id);
      return openPanel(page);
    });
  },
});

/** What must hold at any moment: rows and position are of the same page. */
function expectConsistent({ articles, position }: StoredLibrary): void {
  const received = position?.fullRead?.received ?? (position?.isComplete ? articles.length : 0);
  expect(articles).toHaveLength(received);
  expect(position?.cursor === null || position?.cursor === undefined).toBe(articles.length === 0);
  expect(articles.every(({ generation }) => generation === position?.generation)).toBe(true);
}

type Failure = { name: string; fault: Fault; shown: string };

/** Failures that pass by themselves: nobody touches the panel, the next try comes after one or two seconds. */
const PASSING: Failure[] = [
  { name: "a connection cut in the middle of a page", fault: "cut", shown: problems.offline.title },
  { name: "half a page that claims to be whole", fault: "truncated", shown: problems.badAnswer.title },
  { name: "garbage", fault: "garbage", shown: problems.badAnswer.title },
  { name: "a page of HTML", fault: "html", shown: problems.notOurApi.title },
  { name: "500", fault: 500, shown: problems.serverError.title },
];

for (const { name, fault, shown } of PASSING) {
  test(`says what is wrong after ${name}, keeps nothing of it and goes on by itself`, async ({
    backend,
    extension,
    front,
    openConnected,
  }) => {
    await backend.importLines(SHOP_ARTICLES);
    front.spoil(fault);
    const panel = await openConnected();

    await expectText(panel, shown);
    const spoilt = await readStoredLibrary(extension);
    front.spoil(null);

    expect(spoilt.articles).toEqual([]);
    expectConsistent(spoilt);
    await expectFirstCard(panel, parcel.id, "parcel-missing");
    await expectText(panel, en.sync.freshAt(""));
    const whole = await readStoredLibrary(extension);
    expectConsistent(whole);
    expect(whole.articles).toHaveLength(SHOP_ARTICLES.length);
    expect(whole.position).toMatchObject({ isComplete: true, problem: null, failures: 0 });
  });
}

test("says that the token was refused after 401, and syncs on request once it is taken", async ({
  backend,
  extension,
  front,
  openConnected,
}) => {
  await backend.importLines(SHOP_ARTICLES);
  front.spoil(401);
  const panel = await openConnected();
  await expectText(panel, problems.unauthorized.title);
  await expectText(panel, en.sync.openOptions);
  expectConsistent(await readStoredLibrary(extension));
  front.spoil(null);

  await pressButton(panel, en.sync.syncNow);

  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await expectNoText(panel, problems.unauthorized.title);
});

test("keeps the pages that came before the connection was cut, and goes on after them", async ({
  backend,
  extension,
  front,
  openConnected,
}) => {
  await backend.importLines([...SHOP_ARTICLES, ...fillers(2 * PAGE)]);
  front.holdAfter(1);
  const panel = await openConnected();
  await expectText(panel, en.sync.firstSync("200", "409"));
  front.spoil("cut");
  front.release();
  await expectText(panel, en.sync.offline);
  const half = await readStoredLibrary(extension);

  front.spoil(null);

  expectConsistent(half);
  expect(half.articles).toHaveLength(PAGE);
  expect(half.position).toMatchObject({ isComplete: false, problem: "offline" });
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await expectText(panel, en.sync.freshAt(""));
  const whole = await readStoredLibrary(extension);
  expectConsistent(whole);
  expect(whole.articles).toHaveLength(SHOP_ARTICLES.length + 2 * PAGE);
});

test("tries again at once when the network is back", async ({ backend, front, openConnected }) => {
  await backend.importLines(SHOP_ARTICLES);
  const panel = await openConnected();
  await expectText(panel, en.sync.freshAt(""));
  const [worker] = panel.workers();
  const before = front.requestCount();

  await worker?.evaluate("self.dispatchEvent(new Event('online'))");

  await expect.poll(() => front.requestCount()).toBeGreaterThan(before);
});

test("shows progress and suggestions before the first sync of 1,500 articles ends", async ({
  backend,
  front,
  openConnected,
}) => {
  const lines = [...SHOP_ARTICLES, ...fillers(1500 - SHOP_ARTICLES.length)];
  await backend.importLines(lines);
  front.holdAfter(3);
  const panel = await openConnected();

  await expectText(panel, en.sync.firstSync("600", "1,500"));
  const early = await waitForAnswer(panel, parcel.id);
  const progress = await panel.$eval("progress", ({ value, max }) => [value, max]);
  const isComplete = (await pageText(panel)).includes(en.sync.freshAt(""));
  front.release();

  expect(early.cards[0]?.id).toBe("parcel-missing");
  expect(progress).toEqual([600, 1500]);
  expect(isComplete).toBe(false);
  await expectText(panel, en.sync.freshAt(""));
  await expect.poll(() => panel.$("progress")).toBeNull();
});
