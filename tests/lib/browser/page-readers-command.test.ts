import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keepPageReadersUpToDate } from "../../../lib/browser/page-readers-command";
import type { PageReader } from "../../../lib/contract/page-reader";
import { pageReader } from "../page-readers";

const OWN_PAGES = "chrome-extension://souffleur/";
const OWN = { id: fakeBrowser.runtime.id, url: `${OWN_PAGES}sidepanel.html` };

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { getURL: () => OWN_PAGES });
});

async function storedVersion(): Promise<number | null> {
  const { pageReaders } = await fakeBrowser.storage.local.get("pageReaders");
  return (pageReaders as PageReader[] | undefined)?.[0]?.version ?? null;
}

/** What the background is told, by whoever may send to it. */
function tell(message: unknown, sender: { id?: string; url?: string } = OWN): void {
  void fakeBrowser.runtime.onMessage.trigger(message, sender);
}

it("copies what the library holds", async () => {
  const copy = keepPageReadersUpToDate(async () => [pageReader({ version: 3 })]);

  await copy();

  expect(await storedVersion()).toBe(3);
});

it("copies when it is told of a change", async () => {
  keepPageReadersUpToDate(async () => [pageReader({ version: 3 })]);

  tell({ type: "pageReadersChanged" });

  await vi.waitFor(async () => expect(await storedVersion()).toBe(3));
});

it.each([
  ["another message", { type: "ticketChanged" }, OWN],
  ["another extension's word", { type: "pageReadersChanged" }, { ...OWN, id: "somebody-else" }],
  ["a helpdesk page's word", { type: "pageReadersChanged" }, { ...OWN, url: "https://acme.zendesk.com/agent/" }],
])("does not copy at %s", async (_what, message, sender) => {
  const reads: string[] = [];
  const copy = keepPageReadersUpToDate(async () => {
    reads.push("read");
    return [];
  });

  tell(message, sender);
  await copy();

  expect(reads).toEqual(["read"]);
});

it("a copy that began later has the last word, however long the earlier one takes", async () => {
  const answers: ((readers: PageReader[]) => void)[] = [];
  const copy = keepPageReadersUpToDate(() => new Promise((resolve) => answers.push(resolve)));

  const copies = [copy(), copy()];
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.([pageReader({ version: 1 })]);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.([pageReader({ version: 2 })]);
  await Promise.all(copies);

  expect(await storedVersion()).toBe(2);
});

it("goes on after a copy that failed, and leaves what was stored", async () => {
  let isBroken = false;
  const copy = keepPageReadersUpToDate(async () => {
    if (isBroken) throw new Error("the database is closed");
    return [pageReader({ version: 1 })];
  });
  await copy();

  isBroken = true;
  const failed = copy();
  await expect(failed).rejects.toThrow("the database is closed");
  const kept = await storedVersion();
  isBroken = false;

  expect(kept).toBe(1);
  await expect(copy()).resolves.toBeUndefined();
});
