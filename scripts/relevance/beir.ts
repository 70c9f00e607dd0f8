/** Reads a question-to-article set in BEIR form: `queries.jsonl[.gz]` and `qrels/test.tsv`; the corpus is the importer's. */
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { z } from "../../lib/contract/zod";
import { authorRoleSchema, helpdeskSchema, type Ticket } from "../../lib/ticket";

const querySchema = z.object({
  _id: z.string(),
  text: z.string(),
  metadata: z
    .looseObject({
      lang: z.string().optional(),
      subject: z.string().default(""),
      messages: z
        .array(
          z.looseObject({
            role: authorRoleSchema,
            text: z.string(),
            author: z.string().optional(),
            sentAt: z.string().optional(),
          }),
        )
        .optional(),
      tags: z.array(z.string()).default([]),
      fields: z.record(z.string(), z.string()).default({}),
      nothing: z.boolean().default(false),
    })
    .prefault({}),
});

export type BeirQuery = z.infer<typeof querySchema>;

/** Path of a file of the set, gzipped or not. Throws with a readable message when there is neither. */
export function beirFile(folder: string, name: string): string {
  const found = [join(folder, name), join(folder, `${name}.gz`)].find((path) => existsSync(path));
  if (!found) throw new Error(`${join(folder, name)} (or ${name}.gz) is missing: a BEIR folder has one.`);
  return found;
}

async function readLines<T>(path: string, parse: (line: unknown) => T): Promise<T[]> {
  const file = createReadStream(path);
  const input = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  const rows: T[] = [];
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") rows.push(parse(JSON.parse(line)));
  }
  return rows;
}

/** Answers by ticket id: the ids of the articles that are right, with their grade. `file` is under `qrels/`. */
export async function readRelevant(folder: string, file = "test.tsv"): Promise<Map<string, Map<string, number>>> {
  const relevant = new Map<string, Map<string, number>>();
  const [, ...lines] = (await readFile(join(folder, "qrels", file), "utf8")).split("\n");
  for (const line of lines) {
    const [query, document, grade] = line.trim().split("\t");
    if (!query || !document || Number(grade) <= 0) continue;
    relevant.set(query, (relevant.get(query) ?? new Map<string, number>()).set(document, Number(grade)));
  }
  return relevant;
}

/** The tickets of a set. */
export function readBeirQueries(folder: string): Promise<BeirQuery[]> {
  return readLines(beirFile(folder, "queries.jsonl"), (line) => querySchema.parse(line));
}

/** A ticket that was solved, with the articles that solved it. */
export type PastTicket = { query: BeirQuery; articleIds: string[] };

/** Past tickets in the order of `train.jsonl`, at most `most` for each article. */
export async function readPastTickets(folder: string, most: number): Promise<PastTicket[]> {
  const queries = await readLines(beirFile(folder, "train.jsonl"), (line) => querySchema.parse(line));
  const relevant = await readRelevant(folder, "train.tsv");
  const taken = new Map<string, number>();
  return queries.flatMap((query) => {
    const articleIds = [...(relevant.get(query._id)?.keys() ?? [])].filter((id) => (taken.get(id) ?? 0) < most);
    for (const id of articleIds) taken.set(id, (taken.get(id) ?? 0) + 1);
    return articleIds.length > 0 ? [{ query, articleIds }] : [];
  });
}

/** A ticket as a page reader would report it, made of a query of the set. */
export function ticketOfQuery(query: BeirQuery, ticketId: string): Ticket {
  const messages = query.metadata.messages ?? [{ role: "customer" as const, text: query.text }];
  return {
    helpdesk: helpdeskSchema.enum.zendesk,
    id: ticketId,
    url: `https://acme.zendesk.com/agent/tickets/${ticketId}`,
    subject: query.metadata.subject,
    messages: messages.map(({ role, text, sentAt }) => ({ id: null, role, text, sentAt: sentAt ?? null })),
    tags: query.metadata.tags,
    fields: query.metadata.fields,
    channel: null,
  };
}
