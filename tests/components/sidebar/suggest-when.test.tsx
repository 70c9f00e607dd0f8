// @vitest-environment jsdom
import { signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import type { SuggestWhen } from "../../../lib/contract/suggest-when";
import type { Library } from "../../../lib/worker/protocol";
import { drawApp, settle } from "../render";
import { createAnswer, createFakeLibrary } from "../support";

async function drawAskedFor(when: SuggestWhen) {
  const suggest = vi.fn<Library["suggest"]>(async () => createAnswer());
  const suggestWhen = signal(when);
  await drawApp({ library: createFakeLibrary({ suggest }).library, suggestWhen });
  return { suggestWhen, asked: () => suggest.mock.calls.map(([request]) => request.suggestWhen) };
}

test("the library is told how sure a suggestion must be", async () => {
  const { asked } = await drawAskedFor("rarely");

  expect(asked()).toEqual(["rarely"]);
});

test("another choice asks again for the ticket in front", async () => {
  const { suggestWhen, asked } = await drawAskedFor("balanced");

  await act(() => {
    suggestWhen.value = "often";
  });
  await settle();

  expect(asked()).toEqual(["balanced", "often"]);
});
