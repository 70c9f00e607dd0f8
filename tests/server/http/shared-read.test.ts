import fc from "fast-check";
import { expect, test } from "vitest";
import { createSharedRead } from "../../../server/http/shared-read";

/** A database of one number that only grows, whose reads end when they are told to. */
function createSource() {
  const source = { value: 0, begun: 0, keys: [] as (readonly string[])[], pending: [] as ((fail?: Error) => void)[] };
  const read = (keys: readonly string[]) => {
    source.begun += 1;
    source.keys.push(keys);
    // What a read sees is settled when it begins.
    const seen = new Map(keys.filter((key) => key !== "nobody").map((key) => [key, source.value]));
    return new Promise<ReadonlyMap<string, number>>((resolve, reject) => {
      source.pending.push((fail) => (fail ? reject(fail) : resolve(seen)));
    });
  };
  return { source, read };
}

/** Until everything has happened that can happen by itself. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test("requests that come together share one read, which asks for each key once", async () => {
  const { source, read } = createSource();
  const ask = createSharedRead(read, () => 0);
  const answers = Promise.all([ask("a"), ask("b"), ask("a")]);
  await settle();
  source.pending.shift()?.();

  expect(await answers).toEqual([0, 0, 0]);
  expect(source.keys).toEqual([["a", "b"]]);
});

test("requests during a read share the next one", async () => {
  const { source, read } = createSource();
  const ask = createSharedRead(read, () => 0);
  const first = ask("a");
  await settle();
  source.value = 1;
  const later = Promise.all([ask("a"), ask("b"), ask("c")]);
  await settle();
  const begunMeanwhile = source.begun;
  source.pending.shift()?.();
  await settle();
  source.pending.shift()?.();

  expect(await first).toBe(0);
  expect(await later).toEqual([1, 1, 1]);
  expect([begunMeanwhile, source.begun]).toEqual([1, 2]);
});

test("a key that is not found is undefined", async () => {
  const { source, read } = createSource();
  const answer = createSharedRead(read, () => 0)("nobody");
  await settle();
  source.pending.shift()?.();

  expect(await answer).toBeUndefined();
});

test("a failure reaches all who share the read, and the next read starts anew", async () => {
  const { source, read } = createSource();
  const ask = createSharedRead(read, () => 0);
  const failing = Promise.allSettled([ask("a"), ask("b")]);
  await settle();
  const next = ask("a");
  source.pending.shift()?.(new Error("gone"));
  await settle();
  source.pending.shift()?.();

  expect((await failing).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await next).toBe(0);
});

test("a read that hangs is overtaken, and its end troubles nobody", async () => {
  const { source, read } = createSource();
  const clock = { nowMs: 0 };
  const ask = createSharedRead(read, () => clock.nowMs);
  const hanging = ask("a");
  await settle();
  const waiting = ask("a");
  clock.nowMs = 2_001;
  source.value = 1;

  const later = ask("a");
  await settle();
  source.pending[1]?.();
  const answers = await Promise.all([waiting, later]);
  source.pending[0]?.();

  expect(answers).toEqual([1, 1]);
  expect(await hanging).toBe(0);
});

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("ask"), key: fc.constantFrom("a", "b", "c") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("write") }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("turn") }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("finish", "fail"), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait") }) },
);

test("no answer is older than its request, none is left out, and reads stay few", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { source, read } = createSource();
      const clock = { nowMs: 0 };
      const ask = createSharedRead(read, () => clock.nowMs);
      const answers: Promise<void>[] = [];
      let asked = 0;

      for (const each of steps) {
        if ("key" in each) {
          const atLeast = source.value;
          asked += 1;
          const isFresh = (seen: number | undefined) => expect(seen).toBeGreaterThanOrEqual(atLeast);
          answers.push(ask(each.key).then(isFresh, (error) => expect(error).toEqual(new Error("gone"))));
        } else if ("which" in each) {
          const [end] = source.pending.splice(each.which % Math.max(1, source.pending.length), 1);
          end?.(each.do === "fail" ? new Error("gone") : undefined);
        } else if (each.do === "write") source.value += 1;
        else if (each.do === "wait") clock.nowMs += 3_000;
        else await new Promise((resolve) => setImmediate(resolve));
      }
      for (let left = asked + 1; left > 0; left -= 1) {
        await settle();
        for (const end of source.pending.splice(0)) end();
      }

      await Promise.all(answers);
      expect(source.begun).toBeLessThanOrEqual(asked);
    }),
  );
});
