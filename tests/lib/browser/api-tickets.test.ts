import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  type ApiEntry,
  forgetAnswersOf,
  forgetApiEntries,
  hostsWithAnswers,
  keepApiEntry,
  readApiEntry,
} from "../../../lib/browser/api-tickets";
import { message, ticket } from "../builders";

beforeEach(() => {
  fakeBrowser.reset();
});

const placeOf = (id: number) => ({ host: "acme.zendesk.com", ticketId: String(id) });

function entryOf(id: number, length = 10): ApiEntry {
  const messages = Array.from({ length: Math.ceil(length / 20_000) }, () =>
    message("x".repeat(Math.min(length, 20_000))),
  );
  const told = ticket({ id: String(id), messages });
  return { answer: { updatedAt: null, ticket: told, noteIds: [], isComplete: true }, quietUntilMs: 0 };
}

async function knownOf(ids: number[]): Promise<number[]> {
  const entries = await Promise.all(ids.map((id) => readApiEntry(placeOf(id))));
  return ids.filter((_, at) => entries[at] !== null);
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it("keeps the newest twenty tickets", async () => {
  for (const id of ids(22)) await keepApiEntry(placeOf(id), entryOf(id));

  expect(await knownOf(ids(22))).toEqual(ids(22).slice(2));
});

it("counts a ticket that is kept again as one, and as the newest", async () => {
  for (const id of [...ids(20), 1, 21]) await keepApiEntry(placeOf(id), entryOf(id));

  expect(await knownOf(ids(21))).toEqual([1, ...ids(21).slice(2)]);
});

it("keeps fewer when they are long", async () => {
  for (const id of ids(9)) await keepApiEntry(placeOf(id), entryOf(id, 200_000));

  expect(await knownOf(ids(9))).toEqual(ids(9).slice(2));
});

it("loses none when several are kept at the same time", async () => {
  await Promise.all(ids(20).map((id) => keepApiEntry(placeOf(id), entryOf(id))));
  await keepApiEntry(placeOf(21), entryOf(21));

  expect(await knownOf(ids(21))).toEqual(ids(21).slice(1));
});

it("makes room for the tabs' pages when session storage is full", async () => {
  await keepApiEntry(placeOf(1), entryOf(1));
  const set = fakeBrowser.storage.session.set;
  fakeBrowser.storage.session.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));

  await keepApiEntry(placeOf(2), entryOf(2));
  fakeBrowser.storage.session.set = set;

  expect(await knownOf([1, 2])).toEqual([]);
});

it("says whether there was anything to forget", async () => {
  await keepApiEntry(placeOf(1), entryOf(1));

  expect([await forgetApiEntries(), await forgetApiEntries()]).toEqual([true, false]);
  expect(await knownOf([1])).toEqual([]);
});

it("takes an entry of another form for none", async () => {
  await fakeBrowser.storage.session.set({ "api:acme.zendesk.com/1": { answer: { ticket: { id: "1" } } } });

  expect(await readApiEntry(placeOf(1))).toBeNull();
});

it("forgets the answers of some hosts and no others", async () => {
  for (const host of ["acme.zendesk.com", "acme.zendesk.com:8443", "globex.zendesk.com"]) {
    await keepApiEntry({ host, ticketId: "1" }, entryOf(1));
  }

  await forgetAnswersOf(["acme.zendesk.com"]);

  expect(await hostsWithAnswers()).toEqual(["acme.zendesk.com:8443", "globex.zendesk.com"]);
  expect(await readApiEntry(placeOf(1))).toBeNull();
});
