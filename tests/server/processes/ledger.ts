/**
 * Writes to a server until it dies, and keeps a ledger of what it acknowledged: each of these writes has to be there
 * afterwards, by the server's own word.
 */
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import type { HttpAgent } from "./server-process";

/** Something to be written once. `send` answers what the server said of it; `isThere` asks the server about it later. */
type Write = { name: string; send(): Promise<string>; expected: string; isThere(): Promise<boolean> };

/** Makes writes that this agent may do; each is new. */
export type MakeWrite = (agent: HttpAgent, round: number) => Write;

export type Ledger = {
  acknowledged: Write[];
  /** Answers nobody expected, in words. */
  wrong: string[];
  /** Resolves once so many writes are acknowledged, or one was answered wrongly. */
  waitFor(count: number): Promise<void>;
  note(write: Write, said: string): void;
};

export function createLedger(): Ledger {
  let wakeUp = (): void => undefined;
  const ledger: Ledger = {
    acknowledged: [],
    wrong: [],
    waitFor: (count) =>
      new Promise((resolve) => {
        wakeUp = () => {
          if (ledger.acknowledged.length >= count || ledger.wrong.length > 0) resolve();
        };
        wakeUp();
      }),
    note(write, said) {
      if (said === write.expected) ledger.acknowledged.push(write);
      else ledger.wrong.push(`${write.name}: ${said}`);
      wakeUp();
    },
  };
  return ledger;
}

/** Has each agent write, one request after the other, until the server is gone. Resolves when all have ended. */
export async function writeUntilGone(agents: readonly HttpAgent[], makers: readonly MakeWrite[], ledger: Ledger) {
  const work = agents.map(async (agent, index) => {
    for (let round = index; ; round += 1) {
      const write = makers[round % makers.length]?.(agent, round);
      if (!write) throw new Error("no writes to make");
      const said = await write.send().catch((error: unknown) => {
        // The process is gone: fetch fails with this, also when the answer breaks off.
        if (error instanceof TypeError) return null;
        throw error;
      });
      if (said === null) return;
      ledger.note(write, said);
    }
  });
  await Promise.all(work);
}

/** The acknowledged writes that the server does not know. */
export async function findLost({ acknowledged }: Ledger): Promise<string[]> {
  const lost: string[] = [];
  for (const write of acknowledged) if (!(await write.isThere())) lost.push(write.name);
  return lost;
}

const batchAnswerSchema = z.union([
  z.object({ results: z.array(z.object({ status: z.string() })).min(1) }),
  z.object({ status: z.string() }),
]);

/** A batch whose answer says of each that it is known when it is sent once more. */
function batchWrite(agent: HttpAgent, path: string, expected: string, body: Record<string, unknown>): Write {
  const send = async () => {
    const response = await agent.post(path, body);
    const answer = await response.text();
    if (response.status !== 200) return `${response.status} ${answer}`;
    const parsed = batchAnswerSchema.parse(JSON.parse(answer));
    // A batch of usage is known as a whole, and then has no results.
    return "status" in parsed ? parsed.status : parsed.results.map(({ status }) => status).join();
  };
  return { name: `${path} ${JSON.stringify(body)}`, send, expected, isThere: async () => (await send()) === "known" };
}

/** Flags, each of one of these articles. */
export function flagWrites(articleIds: readonly string[]): MakeWrite {
  return (agent, round) => {
    const about = { articleId: articleIds[round % articleIds.length], articleVersion: 1 };
    const flag = { id: uuidv7(), ...about, reason: "outdated", comment: `Round ${round}`, flaggedAt: now() };
    return batchWrite(agent, "/v1/flags", "stored", { flags: [flag] });
  };
}

/** Lessons, each about one of these articles. */
export function lessonWrites(articleIds: readonly string[]): MakeWrite {
  return (agent, round) => {
    const about = { articleId: articleIds[round % articleIds.length], analysis: 1, day: now().slice(0, 10) };
    const terms = [{ term: "refund", weight: 0.5 }];
    return batchWrite(agent, "/v1/lessons", "stored", { lessons: [{ id: uuidv7(), ...about, kind: "learn", terms }] });
  };
}

/** Usage of one of these articles. */
export function usageWrites(articleIds: readonly string[]): MakeWrite {
  return (agent, round) => {
    const event = {
      type: "opened",
      articleId: articleIds[round % articleIds.length],
      day: now().slice(0, 10),
      count: 2,
    };
    return batchWrite(agent, "/v1/usage", "counted", { id: uuidv7(), events: [event] });
  };
}

/** Needs that no article covers. */
export const gapWrites: MakeWrite = (agent) => {
  const gap = { id: uuidv7(), terms: ["wallbox"], language: null, day: now().slice(0, 10) };
  return batchWrite(agent, "/v1/gaps", "stored", { gaps: [gap] });
};

/** New articles, written and published; both steps have to be acknowledged. */
export const articleWrites: MakeWrite = (agent, round) => {
  const path = `/v1/articles/${uuidv7()}`;
  const title = `Round ${round}`;
  const send = async () => {
    const written = await agent.send("PUT", path, { content: { language: "en", title, bodyHtml: "<p>Text</p>" } });
    const answer = await written.text();
    if (written.status !== 201) return `${written.status} ${answer}`;
    const published = await agent.send(
      "POST",
      `${path}/publish`,
      {},
      { "If-Match": written.headers.get("ETag") ?? "" },
    );
    return `${published.status} ${publishedTitle(await published.text())}`;
  };
  const isThere = async () => publishedTitle(await (await agent.get(path)).text()) === title;
  return { name: `${path} ${title}`, send, expected: `200 ${title}`, isThere };
};

const stateSchema = z.object({ publishedVersion: z.int(), content: z.object({ title: z.string() }) });

/** Null when the answer is none about a published article. */
function publishedTitle(answer: string): string | null {
  const parsed = stateSchema.safeParse(JSON.parse(answer));
  return parsed.success ? parsed.data.content.title : null;
}

function now(): string {
  return new Date().toISOString();
}
