import { beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { ApiReadAnswer } from "../../../lib/page-commands";
import { HOST, MINUTE_MS, none, partOf, refused, start, TAB, tell } from "./completing";

beforeEach(() => {
  fakeBrowser.reset();
});

/** Has ticket 101 refused and opens another one so much later; whether that one was asked for. */
async function asksForNext(answer: ApiReadAnswer, laterMs: number, nextId = "202", nextHost = HOST): Promise<boolean> {
  const { complete, clock, readByApi } = start(() => answer);
  await tell(partOf("101"));
  await complete(TAB);
  clock.nowMs += laterMs;
  await tell(none);
  await tell(partOf(nextId, nextHost), TAB, nextHost);
  await complete(TAB);
  return readByApi.mock.calls.length > 1;
}

it.each([
  ["for as long as it asks", refused(429, 90_000), 90_000],
  ["five minutes after 401", refused(401), 5 * MINUTE_MS],
  ["five minutes after 403", refused(403), 5 * MINUTE_MS],
  ["five minutes after 429 without a wish", refused(429), 5 * MINUTE_MS],
  ["five minutes after 503", refused(503), 5 * MINUTE_MS],
  ["five minutes after a login page", refused(200), 5 * MINUTE_MS],
  ["one minute without any answer", refused(null), MINUTE_MS],
  ["an hour at most", refused(429, 10 * 60 * MINUTE_MS), 60 * MINUTE_MS],
])("leaves a helpdesk alone %s, and no longer", async (_name, answer, quietMs) => {
  expect(await asksForNext(answer, quietMs - 1)).toBe(false);
  fakeBrowser.reset();
  expect(await asksForNext(answer, quietMs)).toBe(true);
});

it("goes on asking other helpdesks", async () => {
  expect(await asksForNext(refused(401), 1, "101", "globex.zendesk.com")).toBe(true);
});

it("leaves only the ticket alone that is not found", async () => {
  expect(await asksForNext(refused(404), 1, "202")).toBe(true);
  fakeBrowser.reset();
  expect(await asksForNext(refused(404), 1, "101")).toBe(false);
});

it("asks at once for the ticket that is opened after its page went away in the middle of an answer", async () => {
  const answers: unknown[] = [undefined, refused(null)];
  const { complete, readByApi } = start(() => answers.shift());
  await tell(partOf("101"));
  await complete(TAB);
  await tell(none);
  await tell(partOf("101"));

  await complete(TAB);

  expect(readByApi).toHaveBeenCalledTimes(2);
});
