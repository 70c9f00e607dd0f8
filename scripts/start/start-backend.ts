import { addAgent } from "../../server/agents/add-agent";
import { createApp } from "../../server/app";
import { openDatabase } from "../../server/db/open-database";
import { type ImportReport, importArticles } from "../../server/import/import-articles";
import type { ImportLine } from "../../server/import/import-line";
import { readFileLines } from "../../server/import/read-lines";
import { startServer } from "../../server/listen";
import { beirFile } from "../relevance/beir";
import { addSampleExtras } from "./add-sample-extras";

/** A backend on loopback with a set's articles, notices and situations, and one agent who may read them all. */
export type DemoBackend = {
  url: string;
  token: string;
  agent: { id: string; name: string };
  imported: ImportReport;
  /** Imports lines of the same form once more: what differs is changed, all else stays. */
  importAgain(lines: AsyncIterable<ImportLine>): Promise<ImportReport>;
  close(): Promise<void>;
};

/** Groups of the sample base. */
const GROUPS = ["billing", "retention"];

/** Starts it on a free port, in memory. Throws when the folder has no articles. */
export async function startBackend(folder: string, defaultLanguage: string): Promise<DemoBackend> {
  const { db, close } = await openDatabase({ memory: true });
  const clock = Date.now;
  const lines = readFileLines(beirFile(folder, "corpus.jsonl"));
  const onBadLine = ({ line, reason }: { line: number; reason: string }) => console.warn(`  line ${line}: ${reason}`);
  const imported = await importArticles({ db, clock, lines, onBadLine, defaultLanguage });
  await addSampleExtras(db, folder, clock());
  const { agent, token } = await addAgent({ db, clock, name: "Sam Porter", groups: GROUPS });
  const server = await startServer({ app: createApp({ db, clock }), host: "127.0.0.1", port: 0 });
  return {
    url: server.url,
    ...{ token, agent, imported },
    importAgain: (changed) => importArticles({ db, clock, lines: changed, onBadLine, defaultLanguage }),
    async close() {
      await server.close();
      await close();
    },
  };
}
