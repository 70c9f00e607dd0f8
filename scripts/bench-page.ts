/**
 * `npm run bench:page -- [--rounds N] [--idle-minutes N] [--helpdesk NAME]`: what reading a helpdesk page costs, in the built extension in
 * a real browser: from the last message drawn to the report sent, the scripts' sizes, and an idle page that never rests.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { type DeskOptions, DRAWN_AT_ONCE, renderDesk } from "../tests/replicas/desk";
import { type LoadedExtension, launchExtension } from "./browser/launch-extension";
import { serveDesk } from "./browser/serve-desk";
import { measureIdle } from "./page-bench/idle";
import { measureLatency } from "./page-bench/latency";
import { percentile } from "./relevance/metrics";

const BUILD = join(process.env.SOUFFLEUR_BUILD_DIR ?? join(import.meta.dirname, "../.output"), "chrome-mv3");

const USAGE = `Usage: npm run bench:page -- [--rounds 40] [--idle-minutes 1] [--helpdesk zendesk|freshdesk]

  --rounds N        messages that arrive, for the time from drawn to reported
  --idle-minutes N  how long a page that changes every 50 ms is watched; 0 leaves it out; below one, its slope means nothing
  --helpdesk NAME   one of the two; both unless said`;

const DESKS = {
  zendesk: { host: "acme.zendesk.com", path: "/agent/tickets/" },
  freshdesk: { host: "acme.freshdesk.com", path: "/a/tickets/" },
} as const;

type BenchedDesk = keyof typeof DESKS;

/** A ticket as long as a busy one gets: 30 messages of about 120 words. */
function longTicket(): DeskOptions["tickets"][number] {
  const sentence =
    "The parcel with the blue vase has not arrived and the tracking page shows nothing new since Monday. ";
  const messages = Array.from({ length: 30 }, (_, at) => ({
    role: at % 2 === 0 ? ("customer" as const) : ("agent" as const),
    author: at % 2 === 0 ? "Nora Lindqvist" : "Jonas Weber",
    sentAt: `2026-11-01T08:${String(at).padStart(2, "0")}:00Z`,
    text: `${at}. ${sentence.repeat(7)}`,
  }));
  return { id: "101", subject: "Parcel has not arrived", tags: ["delivery"], messages };
}

async function openDesk(extension: LoadedExtension, helpdesk: BenchedDesk) {
  const { host, path } = DESKS[helpdesk];
  const ticket = longTicket();
  const html = renderDesk({
    helpdesk,
    tickets: [ticket],
    openTicketId: ticket.id,
    delaysMs: DRAWN_AT_ONCE,
    newestShown: 50,
  });
  await serveDesk(extension.context, { host, html });
  const page = await extension.context.newPage();
  await page.goto(`https://${host}${path}${ticket.id}`);
  // Freshdesk's first seconds after a switch are spent in doubt on purpose.
  await page.waitForTimeout(8_000);
  return { page, ticketId: ticket.id };
}

function printSizes(): void {
  const scripts = readdirSync(join(BUILD, "content-scripts")).filter((name) => name.endsWith(".js"));
  const files = [...scripts.map((name) => join("content-scripts", name)), "page-tools.js"];
  for (const file of files) {
    const code = readFileSync(join(BUILD, file));
    console.log(`${file.padEnd(32)} ${code.length} bytes, ${gzipSync(code).length} bytes gzip`);
  }
}

async function benchDesk(extension: LoadedExtension, helpdesk: BenchedDesk, rounds: number, idleMinutes: number) {
  const { page, ticketId } = await openDesk(extension, helpdesk);
  const delaysMs = await measureLatency(extension, page, ticketId, rounds);
  const [p50, p95] = [0.5, 0.95].map((share) => percentile(delaysMs, share).toFixed(1));
  console.log(`${helpdesk}: last message drawn → report sent, ${rounds} messages: p50 ${p50} ms, p95 ${p95} ms`);
  if (idleMinutes > 0) {
    const { coreShare, heapKb, heapKbPerMinute } = await measureIdle(extension, page, idleMinutes);
    console.log(`${helpdesk}: ${idleMinutes} min, a change every 50 ms: ${(100 * coreShare).toFixed(3)} % of one core`);
    console.log(`  heap after collection, kB: ${heapKb.map((kb) => kb.toFixed(0)).join(" ")}`);
    console.log(`  slope: ${heapKbPerMinute.toFixed(1)} kB a minute`);
  }
  await page.close();
}

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "40" },
    "idle-minutes": { type: "string", default: "1" },
    helpdesk: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const idleMinutes = Number(values["idle-minutes"]);
const helpdesks = (["zendesk", "freshdesk"] as const).filter((name) => (values.helpdesk ?? name) === name);
if (!Number.isInteger(rounds) || rounds < 1 || !(idleMinutes >= 0) || helpdesks.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
printSizes();
const extension = await launchExtension({ extensionDir: BUILD, headless: true });
try {
  for (const helpdesk of helpdesks) await benchDesk(extension, helpdesk, rounds, idleMinutes);
} finally {
  await extension.close();
}
