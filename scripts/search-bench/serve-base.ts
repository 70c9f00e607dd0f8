import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build, type Rollup } from "vite";
import type { Article } from "../../lib/contract/article";

/** The worker's code in one file, bundled as the extension's is. */
async function bundleWorker(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(import.meta.dirname, "bench-worker.ts"), formats: ["es"], fileName: "worker" },
    },
  })) as Rollup.RollupOutput[];
  const [chunk] = built[0]?.output ?? [];
  if (!chunk) throw new Error("the worker could not be bundled");
  return chunk.code;
}

export type ServedBase = { origin: string; close(): void };

/** Serves an empty page at `/`, the worker at `/worker.js` and the base in slices at `/articles`, on this machine only. */
export async function serveBase(base: Article[]): Promise<ServedBase> {
  const worker = await bundleWorker();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const answer = (type: string, body: string) => response.writeHead(200, { "content-type": type }).end(body);
    if (url.pathname === "/worker.js") answer("text/javascript", worker);
    else if (url.pathname === "/articles") {
      const from = Number(url.searchParams.get("from"));
      answer("application/json", JSON.stringify(base.slice(from, from + Number(url.searchParams.get("limit")))));
    } else if (url.pathname === "/") answer("text/html", "<!doctype html><title>bench</title>");
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
