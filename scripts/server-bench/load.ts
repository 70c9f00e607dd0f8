/** The load generator, a process of its own: sends what its one argument (JSON) says and prints what came of it. */
import autocannon from "autocannon";
import { z } from "../../lib/contract/zod";
import { makeFlagBatch } from "./flag-batch";

/** `flagsPerBatch` 0: without a body. A client takes the variants in turn with the others. */
const loadSchema = z.object({
  url: z.string(),
  method: z.enum(["GET", "POST"]),
  path: z.string(),
  variants: z.array(z.object({ query: z.string(), headers: z.record(z.string(), z.string()) })).min(1),
  flagsPerBatch: z.int(),
  articles: z.int(),
  seconds: z.number(),
  connections: z.int(),
  expectedStatus: z.int(),
});

const load = loadSchema.parse(JSON.parse(z.string().parse(process.argv[2])));

/** Not counted: code is cold, and what the run before has left is still being answered. */
const WARM_UP_S = 3;

let turn = 0;

/** Sends the load and answers the times of what came back after the warm-up, in milliseconds. */
function send(onAnswer: (status: number, timeMs: number) => void): Promise<number> {
  const options: autocannon.Options = {
    url: load.url,
    connections: load.connections,
    duration: WARM_UP_S + load.seconds,
    requests: [{ method: load.method, setupRequest: nextRequest }],
  };
  return new Promise((done, fail) => {
    const instance = autocannon(options, (error: unknown, { errors }) => {
      if (error instanceof Error) fail(error);
      else done(errors);
    });
    instance.on("response", (_client, status, _bytes, timeMs) => onAnswer(status, timeMs));
  });
}

function nextRequest(request: autocannon.Request): autocannon.Request {
  const variant = load.variants[turn++ % load.variants.length];
  const body = load.flagsPerBatch > 0 ? makeFlagBatch(load.flagsPerBatch, load.articles) : undefined;
  return { ...request, path: load.path + variant?.query, headers: variant?.headers ?? {}, ...(body && { body }) };
}

const startMs = performance.now();
const timesMs: number[] = [];
const unexpected = new Map<number, number>();
const errors = await send((status, timeMs) => {
  if (status !== load.expectedStatus) unexpected.set(status, (unexpected.get(status) ?? 0) + 1);
  else if (performance.now() - startMs > WARM_UP_S * 1000) timesMs.push(timeMs);
});
timesMs.sort((a, b) => a - b);
const at = (share: number) => timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * share))] ?? 0;
const figures = { perSecond: timesMs.length / load.seconds, p50Ms: at(0.5), p95Ms: at(0.95), errors };
console.log(JSON.stringify({ ...figures, unexpected: Object.fromEntries(unexpected) }));
