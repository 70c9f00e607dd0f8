/** A large base on a real backend, the built extension with a copy of it, and its panel beside a ticket. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { Article } from "../../lib/contract/article";
import { addAgent } from "../../server/agents/add-agent";
import { createApp } from "../../server/app";
import { openDatabase } from "../../server/db/open-database";
import { importArticles } from "../../server/import/import-articles";
import { startServer } from "../../server/listen";
import { DRAWN_AT_ONCE, renderDesk } from "../../tests/replicas/desk";
import { configureExtension } from "../browser/configure-extension";
import { launchExtension } from "../browser/launch-extension";
import { waitForSettledAnswer } from "../browser/read-panel";
import { serveDesk } from "../browser/serve-desk";
import { closeSidePanel, openSidePanel } from "../browser/side-panel";
import { waitUntil } from "../browser/wait-until";
import { readArticles } from "../relevance/read-articles";
import { makeBase } from "../search-bench/make-base";
import { chooseTickets } from "../start/choose-tickets";

const SEED = 1;
const EMPTY_PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>.</p></html>';
const HOST = "acme.zendesk.com";
/** A first sync of ten thousand articles, on a busy machine. */
const FIRST_SYNC_MS = 300_000;

/** For the closed panel's process to end, and for the machine to be idle again. */
const REST_MS = 1_500;

export type BenchStage = {
  panel: Page;
  ticketId: string;
  /** Closes the panel and opens it again, in a process of its own as when an agent does so. */
  reopen(): Promise<Page>;
  /** The same with a page in the panel's place that holds a dot and nothing else: what opening costs any page. */
  reopenEmpty(): Promise<Page>;
  close(): Promise<void>;
};

async function* importLines(base: Article[]): AsyncIterable<string> {
  for (const { id, title, language, sections, tags, category, kind, summary } of base) {
    const text = sections.map(({ heading, text }) => `<h2>${heading}</h2><p>${text}</p>`).join("");
    const url = `https://help.acme.example/${id}`;
    yield JSON.stringify({
      ...{ _id: id, title, text },
      metadata: { language, tags, category, kind, summary, url, format: "html" },
    });
  }
}

async function startLargeBackend(sampleDir: string, articles: number) {
  const { db, close } = await openDatabase({ memory: true });
  const onBadLine = (line: number, reason: string) => {
    throw new Error(`Line ${line}: ${reason}`);
  };
  const corpus = await readArticles(sampleDir, "en", onBadLine);
  // The corpus itself is among them, so that its tickets find what they look for.
  const base = [...corpus, ...makeBase(corpus, Math.max(0, articles - corpus.length), SEED)];
  await importArticles({
    ...{ db, clock: Date.now, lines: importLines(base) },
    onBadLine: ({ line, reason }) => onBadLine(line, reason),
  });
  const { agent, token } = await addAgent({ db, clock: Date.now, name: "Sam Porter" });
  const server = await startServer({ app: createApp({ db, clock: Date.now }), host: "127.0.0.1", port: 0 });
  const end = async () => {
    await server.close();
    await close();
  };
  return {
    connection: { libraryId: "bench", endpoint: server.url, token, agentId: agent.id, agentName: agent.name },
    end,
  };
}

/** Answers once the first sync is over and the panel shows suggestions. Close it when done. */
export async function openBenchStage(
  { root, build, articles }: { root: string; build: string; articles: number },
  say: (line: string) => void,
): Promise<BenchStage> {
  const sampleDir = join(root, "server/sample");
  say(`Making a base of ${articles} articles …`);
  const { connection, end } = await startLargeBackend(sampleDir, articles);
  const extensionDir = await mkdtemp(join(tmpdir(), "souffleur-bench-"));
  const closers = [end, () => rm(extensionDir, { recursive: true, force: true })];
  const close = async () => {
    for (const closeOne of closers) await closeOne();
  };
  try {
    await cp(build, extensionDir, { recursive: true });
    const extension = await launchExtension({ extensionDir, headless: true, locale: "en-US" });
    closers.unshift(() => extension.close());
    await configureExtension(extension, { connection, interfaceLanguage: "en" });
    const { open, all } = await chooseTickets(sampleDir, "en", 1);
    const html = renderDesk({ helpdesk: "zendesk", tickets: all, openTicketId: open.id, delaysMs: DRAWN_AT_ONCE });
    await serveDesk(extension.context, { host: HOST, html });
    const desk = extension.context.pages()[0] ?? (await extension.context.newPage());
    await desk.goto(`https://${HOST}/agent/tickets/${open.id}`);
    say("First sync …");
    const panel = await openSidePanel(extension, desk);
    await waitUntil("the end of the first sync", () => panel.$(".status-dot.status-fine"), FIRST_SYNC_MS);
    await waitForSettledAnswer(panel, open.id);
    const pagePath = join(extensionDir, "sidepanel.html");
    const panelPage = await readFile(pagePath, "utf8");
    // The browser reads an unpacked extension's files anew each time.
    async function reopenWith(html: string): Promise<Page> {
      await closeSidePanel(stage.panel);
      await writeFile(pagePath, html);
      await sleep(REST_MS);
      stage.panel = await openSidePanel(extension, desk);
      return stage.panel;
    }
    const stage: BenchStage = {
      ...{ panel, ticketId: open.id, close },
      reopen: () => reopenWith(panelPage),
      reopenEmpty: () => reopenWith(EMPTY_PAGE),
    };
    return stage;
  } catch (error) {
    await close();
    throw error;
  }
}
