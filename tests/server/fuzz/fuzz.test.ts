/**
 * Sends every operation of the OpenAPI document all sorts of requests, from all sorts of senders, in one long life of one
 * server. New routes are picked up by themselves. SOUFFLEUR_FUZZ_SEED and SOUFFLEUR_FUZZ_RUNS (requests for each
 * operation) look further than the suite does.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createReplica, tablesOf } from "../feed/replica";
import { findViolations } from "../invariants";
import { judge } from "./judge";
import { readOperations } from "./operations";
import { type Plan, requestsTo } from "./requests";
import { createWorld, refresh, send, type World } from "./world";

const SEED = Number(process.env.SOUFFLEUR_FUZZ_SEED ?? 20_261_122);
const RUNS = Number(process.env.SOUFFLEUR_FUZZ_RUNS ?? 40);

const REFRESH_EVERY = 25;
const AT_ONCE = 3;
const MINUTE_MS = 60_000;

/** Requests to all operations, mixed. */
function planRequests(document: unknown): Plan[] {
  const plans = readOperations(document).flatMap((operation) =>
    fc.sample(requestsTo(operation), { seed: SEED, numRuns: RUNS }),
  );
  const [mixed = []] = fc.sample(fc.shuffledSubarray(plans, { minLength: plans.length }), { seed: SEED, numRuns: 1 });
  return mixed;
}

async function moveSecondWatcher({ server, watchers }: World, at: number): Promise<void> {
  const [, second] = watchers;
  if (second) await server.changeAccess(second, { groups: ["billing", "moving", "refund"].slice(at % 4) });
}

test("any request to any operation is answered as the document has it, and leaves nothing without an owner", async () => {
  console.log(`seed ${SEED}, ${RUNS} requests for each operation`);
  const world = await createWorld();
  const { server, logged } = world;
  const plans = planRequests(await (await server.app.request("/openapi.json")).json());
  const replicas = world.watchers.map(createReplica);
  const faults: string[] = [];

  for (let at = 0; at < plans.length; at += AT_ONCE) {
    await Promise.all(
      plans.slice(at, at + AT_ONCE).map(async (plan) => {
        const exchange = await send(world, plan);
        const fault = judge(plan.operation, exchange);
        if (fault)
          faults.push(`${exchange.said}\n  ${exchange.response.status} ${fault}: ${exchange.text.slice(0, 300)}`);
      }),
    );
    if (at % (REFRESH_EVERY * AT_ONCE) > 0) continue;
    server.clock.nowMs += 7 * MINUTE_MS;
    await refresh(world);
    await moveSecondWatcher(world, at);
    for (const replica of replicas) await replica.pull();
  }

  // A handful says enough; a fault that is everywhere would fill the screen.
  expect({ count: faults.length, faults: faults.slice(0, 12), logged: logged.slice(0, 5) }).toEqual({
    ...{ count: 0, faults: [], logged: [] },
  });
  expect(await findViolations(server.db)).toEqual([]);
  for (const [index, watcher] of world.watchers.entries()) {
    const fresh = createReplica(watcher);
    await fresh.pull();
    await replicas[index]?.pull();
    expect(replicas[index] && tablesOf(replicas[index])).toEqual(tablesOf(fresh));
  }
}, 600_000);
