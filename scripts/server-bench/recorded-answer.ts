import { request } from "node:http";
import { z } from "../../lib/contract/zod";

/** An answer as it went over the wire; `body` is base64, compressed where the server compressed it. */
const recordedAnswerSchema = z.object({
  method: z.string(),
  path: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export const recordedAnswersSchema = z.array(recordedAnswerSchema);
export type RecordedAnswer = z.infer<typeof recordedAnswerSchema>;

/** A request to measure. Each goes to `path`, with the headers and body of one of the `variants`. */
export type Call = {
  method: "GET" | "POST";
  path: string;
  variants: { query: string; headers: Record<string, string> }[];
};

/** What Node puts on each answer by itself. */
const OF_CONNECTION = new Set(["connection", "keep-alive", "date", "transfer-encoding"]);

/** Asks the server once and keeps its answer. */
export function recordAnswer(
  url: string,
  { method, path, variants }: Call,
  body: string | null,
): Promise<RecordedAnswer> {
  const { query = "", headers = {} } = variants[0] ?? {};
  return new Promise((done, fail) => {
    const asked = request(url + path + query, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const kept = Object.entries(answer.headers).filter(([name]) => !OF_CONNECTION.has(name));
        const told = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
        done({
          method,
          path,
          status: answer.statusCode ?? 0,
          headers: told,
          body: Buffer.concat(chunks).toString("base64"),
        });
      });
    });
    asked.once("error", fail);
    asked.end(body);
  });
}
