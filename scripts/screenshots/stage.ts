/** The running product in front of the camera: real backend, real extension and panel, a replica helpdesk. */
import { join, resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { z } from "../../lib/contract/zod";
import type { ImportLine } from "../../server/import/import-line";
import { readFileLines } from "../../server/import/read-lines";
import { type DeskOptions, DRAWN_AT_ONCE, type ReplicaHelpdesk, renderDesk } from "../../tests/replicas/desk";
import type { ColorScheme } from "../browser/chromium-profile";
import { configureExtension } from "../browser/configure-extension";
import { type LoadedExtension, launchExtension } from "../browser/launch-extension";
import { waitForSettledAnswer } from "../browser/read-panel";
import { serveDesk } from "../browser/serve-desk";
import { openSidePanel } from "../browser/side-panel";
import { waitUntil } from "../browser/wait-until";
import { beirFile } from "../relevance/beir";
import { EXTENSION_DIR } from "../start/build-extension";
import { type ChosenTickets, chooseTickets } from "../start/choose-tickets";
import { type DemoBackend, startBackend } from "../start/start-backend";

export const ROOT = resolve(import.meta.dirname, "../..");
const SAMPLE_DIR = join(ROOT, "server/sample");

const lineSchema = z.looseObject({ _id: z.string(), text: z.string() });

/** A build to take instead of a fresh one, in the folder that the browser tests' variable names. */
export const GIVEN_BUILD_DIR = process.env.SOUFFLEUR_BUILD_DIR;
const BUILD = GIVEN_BUILD_DIR === undefined ? join(ROOT, EXTENSION_DIR) : join(GIVEN_BUILD_DIR, "chrome-mv3");

const PLACES = {
  zendesk: { host: "acme.zendesk.com", ticketPath: "/agent/tickets/" },
  freshdesk: { host: "acme.freshdesk.com", ticketPath: "/a/tickets/" },
} as const;

/** In the options from the start, without the browser's leave. */
const WITHHELD_HOST = "zammad.acme.example";

export type StageOptions = {
  helpdesk: ReplicaHelpdesk;
  language: "en" | "fr";
  colorScheme: ColorScheme;
  ticketNumber: number;
};

/** How much of a ticket is drawn, and what its composer is. */
export type DrawnAs = Pick<DeskOptions, "newestShown" | "composer" | "drafts">;

export type Stage = {
  extension: LoadedExtension;
  panel: Page;
  /** The helpdesk's tab. */
  desk: Page;
  /** Opens the N-th ticket of the stage's language, and waits until the panel has its answer. Answers the ticket's id. */
  showTicket(ticketNumber: number, drawnAs?: DrawnAs): Promise<string>;
  /** Publishes an article of the sample with another text, and waits until the panel has it. Throws when there is none of that id. */
  changeArticle(id: string, change: (text: string) => string): Promise<void>;
  /** Lets nobody reach the backend any more. May be called twice. */
  stopBackend(): Promise<void>;
  close(): Promise<void>;
};

/** Puppeteer's view of the tab that shows a host: it pictures with more than one pixel for one. */
function tabOf({ puppeteerBrowser }: LoadedExtension, host: string): Promise<Page> {
  return waitUntil(`tab of ${host}`, async () => {
    const pages = await puppeteerBrowser.pages();
    return pages.find((page) => page.url().includes(`//${host}/`)) ?? null;
  });
}

/** Waits until the panel shows the ticket's last answer and no sync is under way. */
async function settle(panel: Page, ticketId: string): Promise<void> {
  await panel.waitForSelector(".status-dot.status-fine, .status-dot.status-offline");
  await waitForSettledAnswer(panel, ticketId);
}

async function* changedLine(id: string, change: (text: string) => string): AsyncIterable<ImportLine> {
  for await (const line of readFileLines(beirFile(SAMPLE_DIR, "corpus.jsonl"))) {
    const row = lineSchema.parse(JSON.parse(String(line)));
    if (row._id === id) return yield JSON.stringify({ ...row, text: change(row.text) });
  }
  throw new Error(`The sample has no article ${id}.`);
}

function deskHtml(helpdesk: ReplicaHelpdesk, tickets: ChosenTickets, drawnAs: DrawnAs): string {
  const { all, open, language } = tickets;
  return renderDesk({ helpdesk, tickets: all, openTicketId: open.id, language, delaysMs: DRAWN_AT_ONCE, ...drawnAs });
}

async function connect(extension: LoadedExtension, { url: endpoint, token, agent }: DemoBackend): Promise<void> {
  const connection = { libraryId: "demo", endpoint, token, agentId: agent.id, agentName: agent.name };
  const helpdeskHosts = [{ host: WITHHELD_HOST, helpdesk: "zammad" as const }];
  await configureExtension(extension, { connection, helpdeskHosts });
}

/** Needs a build. Close it when done, also after a failure. */
export async function openStage({ helpdesk, language, colorScheme, ticketNumber }: StageOptions): Promise<Stage> {
  const { host, ticketPath } = PLACES[helpdesk];
  const backend = await startBackend(SAMPLE_DIR, language);
  const extension = await launchExtension({
    extensionDir: BUILD,
    headless: true,
    locale: language === "fr" ? "fr-FR" : "en-GB",
    colorScheme,
    extraArgs: ["--window-size=1280,860"],
  });
  await connect(extension, backend);
  const tab = extension.context.pages()[0] ?? (await extension.context.newPage());
  const open = async (number: number, drawnAs: DrawnAs = {}) => {
    const tickets = await chooseTickets(SAMPLE_DIR, language, number);
    await serveDesk(extension.context, { host, html: deskHtml(helpdesk, tickets, drawnAs) });
    await tab.goto(`https://${host}${ticketPath}${tickets.open.id}`);
    return tickets.open.id;
  };
  const firstTicketId = await open(ticketNumber);
  const panel = await openSidePanel(extension, tab);
  await settle(panel, firstTicketId);
  let stopping: Promise<void> | undefined;
  const stopBackend = () => {
    stopping ??= backend.close();
    return stopping;
  };
  return {
    ...{ extension, panel, stopBackend },
    desk: await tabOf(extension, host),
    async showTicket(number, drawnAs) {
      const ticketId = await open(number, drawnAs);
      await settle(panel, ticketId);
      return ticketId;
    },
    async changeArticle(id, change) {
      await backend.importAgain(changedLine(id, change));
      await panel.locator(`::-p-aria([name="Sync now"][role="button"])`).click();
      await panel.waitForSelector("[data-action=news-count]");
    },
    async close() {
      await extension.close();
      await stopBackend();
    },
  };
}
