import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { z } from "../../lib/contract/zod";
import { makeFlagBatch } from "./flag-batch";
import { type Call, recordAnswer } from "./recorded-answer";
import { startProcess } from "./start-process";

const ROOT = resolve(import.meta.dirname, "../..");

const figuresSchema = z.object({
  perSecond: z.number(),
  p50Ms: z.number(),
  p95Ms: z.number(),
  errors: z.number(),
  unexpected: z.record(z.string(), z.number()),
});
type Figures = z.infer<typeof figuresSchema>;

/** A kind of request, measured at the server and at the bare route that answers the same. */
export type Comparison = { name: string; status: number; bytes: number; server: Figures; bare: Figures };

export type Measured = Call & { name: string; flagsPerBatch: number };

type Circumstances = { url: string; seconds: number; connections: number; articles: number };

/** Sends the server this kind of request, then a bare route with the server's own answer. */
export async function compare(call: Measured, circumstances: Circumstances): Promise<Comparison> {
  const { url, articles } = circumstances;
  const body = call.flagsPerBatch > 0 ? makeFlagBatch(call.flagsPerBatch, articles) : null;
  const answer = await recordAnswer(url, call, body);
  const server = await sendLoad(call, answer.status, circumstances);
  const folder = await mkdtemp(join(tmpdir(), "souffleur-bench-"));
  const file = join(folder, "answers.json");
  await writeFile(file, JSON.stringify([answer]));
  const bareServer = await startProcess("scripts/server-bench/bare-server.ts", [file], {});
  try {
    const bare = await sendLoad(call, answer.status, { ...circumstances, url: bareServer.url });
    return { name: call.name, status: answer.status, bytes: Buffer.from(answer.body, "base64").length, server, bare };
  } finally {
    await bareServer.stop();
    await rm(folder, { recursive: true });
  }
}

async function sendLoad(call: Measured, expectedStatus: number, circumstances: Circumstances): Promise<Figures> {
  const { method, path, variants, flagsPerBatch } = call;
  const load = { ...circumstances, method, path, variants, flagsPerBatch, expectedStatus };
  const figures = await runLoad(load);
  const wrong = Object.keys(figures.unexpected);
  if (wrong.length > 0 || figures.errors > 0) {
    throw new Error(
      `${call.name}: ${figures.errors} errors, other answers than ${expectedStatus}: ${wrong.join(", ")}`,
    );
  }
  return figures;
}

async function runLoad(load: Circumstances & { expectedStatus: number }): Promise<Figures> {
  const args = ["--import", "tsx", "scripts/server-bench/load.ts", JSON.stringify(load)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  return figuresSchema.parse(JSON.parse(stdout));
}

/** Memory a process has now, in bytes (resident). */
export async function residentBytes(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout.trim()) * 1024;
}
