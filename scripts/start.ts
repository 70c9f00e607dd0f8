/**
 * `npm start`: the product doing its main job on one machine. Page, content script, panel, worker, IndexedDB, sync and
 * REST backend are the real ones; only the helpdesk is a replica, served at a real helpdesk address inside the browser.
 */
import { join, relative, resolve } from "node:path";
import { renderDesk } from "../tests/replicas/desk";
import { configureExtension } from "./browser/configure-extension";
import { type LoadedExtension, launchExtension } from "./browser/launch-extension";
import { type ShownSuggestions, waitForSettledAnswer } from "./browser/read-panel";
import { serveDesk } from "./browser/serve-desk";
import { openSidePanel } from "./browser/side-panel";
import { buildExtension, EXTENSION_DIR } from "./start/build-extension";
import { type ChosenTickets, chooseTickets } from "./start/choose-tickets";
import { readStartOptions, START_USAGE, type StartOptions, UsageError } from "./start/options";
import { type DemoBackend, startBackend } from "./start/start-backend";
import { takePicture } from "./start/take-picture";

const ROOT = resolve(import.meta.dirname, "..");
const SAMPLE_DIR = join(ROOT, "server/sample");

const HOSTS = { zendesk: "acme.zendesk.com", freshdesk: "acme.freshdesk.com" } as const;
const TICKET_PATHS = { zendesk: "/agent/tickets/", freshdesk: "/a/tickets/" } as const;

function say(line: string): void {
  console.log(line);
}

function describeAnswer({ open }: ChosenTickets, shown: ShownSuggestions): void {
  say(`\nTicket #${open.id}${open.subject ? `: ${open.subject}` : ""}`);
  for (const message of open.messages) {
    say(`  ${message.author}: ${(message.text ?? "").replace(/\s+/g, " ").slice(0, 300)}`);
  }
  say(shown.cards.length > 0 ? "\nSuggestions" : "\nNothing fits this ticket, and the sidebar says so.");
  for (const [position, card] of shown.cards.entries()) {
    say(`  ${position + 1}. ${card.title}  [${card.id}]`);
    if (card.trust) say(`     ${card.trust}`);
    if (card.passage) say(`     “${card.passage.replace(/\s+/g, " ")}”`);
  }
}

async function showProduct(
  options: StartOptions,
  backend: DemoBackend,
  tickets: ChosenTickets,
  extension: LoadedExtension,
) {
  const { url: endpoint, token, agent } = backend;
  await configureExtension(extension, {
    connection: { libraryId: "demo", endpoint, token, agentId: agent.id, agentName: agent.name },
  });
  const host = HOSTS[options.helpdesk];
  const html = renderDesk({
    helpdesk: options.helpdesk,
    tickets: tickets.all,
    openTicketId: tickets.open.id,
    language: tickets.language,
  });
  await serveDesk(extension.context, { host, html });
  const desk = extension.context.pages()[0] ?? (await extension.context.newPage());
  await desk.goto(`https://${host}${TICKET_PATHS[options.helpdesk]}${tickets.open.id}`);
  const panel = await openSidePanel(extension, desk);
  const [lastWords = ""] = (tickets.open.messages.at(-1)?.text ?? "").split("\n");
  await desk.getByText(lastWords.slice(0, 40)).first().waitFor();
  describeAnswer(tickets, await waitForSettledAnswer(panel, tickets.open.id));
  if (options.headless) await takePicture(desk, panel, resolve(options.screenshotPath));
}

/** Ends with a signal from outside, or when the browser's window is closed. */
function untilClosed(extension: LoadedExtension): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
    extension.context.once("close", () => done());
  });
}

async function start(options: StartOptions): Promise<void> {
  const folder = options.dataDir === null ? SAMPLE_DIR : resolve(options.dataDir);
  const closing: (() => Promise<void>)[] = [];
  try {
    const tickets = await chooseTickets(folder, options.language, options.ticketNumber);
    say("Building the extension …");
    await buildExtension(ROOT);
    say("Starting the backend …");
    const backend = await startBackend(folder, tickets.language);
    closing.push(() => backend.close());
    say(`  ${backend.imported.new} articles from ${options.dataDir ?? "server/sample"}, at ${backend.url}`);
    say("Opening the browser …");
    const extension = await launchExtension({
      extensionDir: join(ROOT, EXTENSION_DIR),
      headless: options.headless,
      locale: tickets.language === "fr" ? "fr-FR" : "en-US",
    });
    closing.push(() => extension.close());
    await showProduct(options, backend, tickets, extension);
    if (options.headless) {
      say(`\nPicture: ${relative(process.cwd(), resolve(options.screenshotPath))}`);
    } else {
      say("\nThe browser stays open: switch tickets, search, flag. Ctrl-C ends it.");
      await untilClosed(extension);
    }
  } finally {
    await Promise.allSettled(closing.reverse().map((close) => close()));
  }
}

async function main(): Promise<void> {
  try {
    const options = readStartOptions(process.argv.slice(2), process.env, process.platform);
    if (options === null) say(START_USAGE);
    else await start(options);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    console.error(isUsage ? `${error.message}\n\n${START_USAGE}` : error);
    process.exitCode = isUsage ? 2 : 1;
  }
}

await main();
