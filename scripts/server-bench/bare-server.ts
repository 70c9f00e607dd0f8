/** The measure of all things here: Hono with a route that knows its answer. Its answers come as JSON in a file. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { z } from "../../lib/contract/zod";
import { recordedAnswersSchema } from "./recorded-answer";

const answers = recordedAnswersSchema.parse(JSON.parse(readFileSync(z.string().parse(process.argv[2]), "utf8")));

const app = new Hono();
for (const { method, path, status, headers, body } of answers) {
  const bytes = body === "" ? null : Buffer.from(body, "base64");
  app.on(method, path, () => new Response(bytes, { status, headers }));
}

const listener = getRequestListener(app.fetch);
const server = createServer((request, response) => void listener(request, response));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`listens on http://127.0.0.1:${address?.port}`);
});
process.once("SIGTERM", () => process.exit(0));
