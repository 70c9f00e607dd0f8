import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "../http/router";
import { SERVER_VERSION } from "../versions";
import { completeDocument } from "./complete-document";
import type { ApiDocument } from "./document";
import { renderDocs } from "./render-docs";

const DESCRIPTION =
  "Knowledge for the Souffleur sidebar. Times are instants in ISO 8601, bodies are JSON, errors are problem documents " +
  "(RFC 9457) with a stable `code`. Lists are read page by page: `nextCursor` of a page is the `cursor` of the next.";

/** Nothing on the page runs or loads; its style stands in it. */
const DOCS_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Adds the OpenAPI document and the page that shows it. To be called when every route is there. */
export function addOpenApi(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "agentToken", { type: "http", scheme: "bearer" });
  app.openAPIRegistry.registerComponent("securitySchemes", "metricsToken", { type: "http", scheme: "bearer" });
  // Making it takes a fifth of a second, and it stays the same for as long as the process lives.
  let made: { json: string; html: string } | null = null;
  const make = () => {
    const info = { title: "Souffleur", version: SERVER_VERSION, description: DESCRIPTION };
    const license = { name: "MIT", identifier: "MIT" };
    const drawn: unknown = app.getOpenAPI31Document({ openapi: "3.1.0", info: { ...info, license } });
    // Through JSON, since parts of it are shared between calls and are completed for each of them.
    const document = completeDocument(JSON.parse(JSON.stringify(drawn)) as ApiDocument);
    made ??= { json: JSON.stringify(document), html: renderDocs(document) };
    return made;
  };
  app.get("/openapi.json", (c) => c.body((made ?? make()).json, 200, { "Content-Type": "application/json" }));
  app.get("/docs", (c) => {
    c.header("Content-Security-Policy", DOCS_CSP);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    return c.html((made ?? make()).html);
  });
  app.get("/", (c) => c.redirect("/docs"));
}
