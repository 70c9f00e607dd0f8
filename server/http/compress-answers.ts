import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";

const pack = promisify(gzip);

/** Shorter answers fit into one packet anyhow. */
const SHORTEST_BYTES = 1024;

const COMPRESSIBLE = /^(text\/|application\/([\w.-]+\+)?json)/;

/** Packs long answers for clients that take gzip. All answers are made in memory, so their length is known here. */
export function compressAnswers() {
  return createMiddleware(async (c, next) => {
    await next();
    if (!mayCompress(c)) return;
    c.header("Vary", "Accept-Encoding", { append: true });
    if (c.req.method === "HEAD" || !takesGzip(c.req.header("Accept-Encoding"))) return;
    const whole = await c.res.arrayBuffer();
    const isLong = whole.byteLength >= SHORTEST_BYTES;
    const headers = new Headers(c.res.headers);
    if (isLong) {
      headers.set("Content-Encoding", "gzip");
      // Not the same bytes any more, so the tag is a weak one.
      const etag = headers.get("ETag");
      if (etag && !etag.startsWith("W/")) headers.set("ETag", `W/${etag}`);
    }
    const body = isLong ? await pack(whole) : new Uint8Array(whole);
    headers.set("Content-Length", String(body.byteLength));
    const { status } = c.res;
    c.res = undefined;
    c.res = new Response(new Uint8Array(body), { status, headers });
  });
}

function mayCompress(c: Context): boolean {
  const { status, headers } = c.res;
  if (status === 204 || status === 304 || headers.has("Content-Encoding")) return false;
  return COMPRESSIBLE.test(headers.get("Content-Type") ?? "");
}

function takesGzip(acceptEncoding = ""): boolean {
  const gzipQuality = acceptEncoding
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().split(/\s*;\s*/))
    .find(([name]) => name === "gzip" || name === "x-gzip" || name === "*");
  return gzipQuality !== undefined && !/^q=0(\.0*)?$/.test(gzipQuality[1] ?? "");
}
