/** The sample that a fresh server starts with, parsed as strictly as it is meant to be written. */
import { readFileSync } from "node:fs";
import { articleSchema, languageTagSchema } from "../../lib/contract/article";
import { z } from "../../lib/contract/zod";

const SAMPLE = new URL("../../server/sample/", import.meta.url);

const articleLineSchema = z.strictObject({
  _id: articleSchema.shape.id.regex(/^(en|fr)(-[a-z0-9]+)+$/),
  title: articleSchema.shape.title,
  text: z.string().min(1),
  metadata: articleSchema
    .omit({ id: true, title: true, bodyHtml: true, sections: true, openFlags: true })
    .extend({ language: z.enum(["en", "fr"]), format: z.literal("markdown"), summary: z.string().min(1) })
    .strict(),
});

const ticketLineSchema = z.strictObject({
  _id: z.string().regex(/^\d+$/),
  text: z.string().min(1),
  metadata: z.strictObject({
    lang: languageTagSchema,
    subject: z.string().min(1),
    messages: z
      .array(
        z.strictObject({
          role: z.enum(["customer", "agent"]),
          text: z.string().min(1),
          author: z.string().min(1),
          sentAt: z.iso.datetime(),
        }),
      )
      .min(1),
    tags: z.array(z.string().min(1)),
    fields: z.record(z.string(), z.string()).optional(),
    nothing: z.literal(true).optional(),
  }),
});

export const articleLines = readLines("corpus.jsonl");
export const articles = articleLines.map((line) => articleLineSchema.parse(JSON.parse(line)));
export const articleById = new Map(articles.map((article) => [article._id, article]));
export const tickets = readLines("queries.jsonl").map((line) => ticketLineSchema.parse(JSON.parse(line)));
export const ticketById = new Map(tickets.map((ticket) => [ticket._id, ticket]));
export const [header, ...judgements] = readLines("qrels/test.tsv").map((line) => line.split("\t"));

function readLines(path: string): string[] {
  return readFileSync(new URL(path, SAMPLE), "utf8").trimEnd().split("\n");
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, SAMPLE), "utf8"));
}
