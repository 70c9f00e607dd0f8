import { addAgent } from "../../server/agents/add-agent";
import type { Database } from "../../server/db/database";
import { accessFingerprint, encodeCursor } from "../../server/feed/cursor";
import { readFeedState } from "../../server/feed/feed-state";
import { importArticles } from "../../server/import/import-articles";
import { articleId } from "./flag-batch";

/** Agents whose machines ask, each with a token and a place in the feed of its own. */
const AGENTS = 100;

/** `upToDate` is a cursor after all changes, `oneBehind` one before the last. */
export type BenchAgent = { token: string; upToDate: string; oneBehind: string };

/** Puts in articles of about 2,000 characters in four sections each, and agents who may read them all. */
export async function fillBase(db: Database, articles: number): Promise<BenchAgent[]> {
  const onBadLine = ({ reason }: { reason: string }) => {
    throw new Error(reason);
  };
  await importArticles({ db, clock: Date.now, lines: makeLines(articles), onBadLine });
  const { epoch, changeCounter } = await readFeedState(db, Date.now());
  const agents: BenchAgent[] = [];
  for (let number = 1; number <= AGENTS; number += 1) {
    const { agent, token } = await addAgent({ db, clock: Date.now, name: `Agent ${number}` });
    const position = { epoch, agentId: agent.id, access: accessFingerprint(agent), from: changeCounter };
    const cursorAt = (at: number) => encodeCursor({ ...position, at });
    agents.push({ token, upToDate: cursorAt(changeCounter), oneBehind: cursorAt(changeCounter - 1) });
  }
  return agents;
}

async function* makeLines(articles: number): AsyncIterable<string> {
  for (let index = 0; index < articles; index += 1) {
    const parts = Array.from(
      { length: 4 },
      (_, part) => `<h2>Part ${part + 1} of ${index}</h2><p>${sentences(index, part)}</p>`,
    );
    const metadata = { format: "html", tags: [`tag-${index % 50}`], category: ["Billing", `Theme ${index % 40}`] };
    yield JSON.stringify({
      _id: articleId(index),
      title: `What to do in case ${index}`,
      text: parts.join(""),
      metadata,
    });
  }
}

/** About 500 characters that do not compress better than texts do. */
function sentences(index: number, part: number): string {
  const words = "refund card payment invoice address contract order parcel customer account tariff meter move".split(
    " ",
  );
  let state = index * 4 + part + 1;
  return Array.from({ length: 75 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return words[state % words.length];
  }).join(" ");
}
