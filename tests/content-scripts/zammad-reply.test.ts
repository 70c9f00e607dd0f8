import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { createPageTools } from "../../content-scripts/page-tools";
import type { InsertRequest } from "../../lib/page-commands";
import { makeTicket } from "./living-desk";
import { renderZammad } from "./zammad-desk";

const EDITOR = '[data-name="body"]';

/** The tools in a page; their waits end at once. Ticket 12 is in front unless the address says otherwise. */
function openTools(html: string, path = "/#ticket/zoom/12") {
  const { window } = new JSDOM(html, { url: `https://help.example.com${path}`, runScripts: "dangerously" });
  const requests: string[] = [];
  const tools = createPageTools({
    document: window.document,
    getUrl: () => new URL(window.location.href),
    clock: {
      nowMs: () => 0,
      after(_delayMs, run) {
        queueMicrotask(run);
        return () => undefined;
      },
    },
    fetch: async (url) => {
      requests.push(url);
      return new Response("{}");
    },
    memory: { last: null },
    readUpdate: async () => null,
  });
  return { document: window.document, tools, requests };
}

const classic = () => renderZammad([makeTicket("12"), makeTicket("13")], 0);

function request(overrides: Partial<InsertRequest> = {}): InsertRequest {
  return {
    helpdesk: "zammad",
    ticketId: "12",
    content: { kind: "text", text: "Please restart the box." },
    isInternal: false,
    confirmedFor: null,
    origin: "https://help.example.com",
    ...overrides,
  };
}

/** Where it writes, a real browser is needed: tests/browser/zammad.spec.ts. */
describe("inserting into Zammad's reply", () => {
  it("asks before internal text goes into a public reply", async () => {
    const { document, tools } = openTools(classic());

    const answer = await tools.insert(request({ isInternal: true }));

    expect(answer).toEqual({ outcome: "askFirst", channel: "public" });
    expect(document.querySelector(EDITOR)?.textContent).toBe("Mara, Acme Support");
  });

  it("asks where the page says neither", async () => {
    const { document, tools } = openTools(classic());
    document.querySelector(".article-add")?.classList.remove("is-public");

    const answer = await tools.insert(request({ isInternal: true }));

    expect(answer).toEqual({ outcome: "askFirst", channel: "unknown" });
  });

  it("writes nothing when another ticket is in front", async () => {
    const { document, tools } = openTools(classic(), "/#ticket/zoom/13");

    const answer = await tools.insert(request());

    expect(answer).toEqual({ outcome: "notInserted", reason: "otherTicket" });
    expect(document.querySelector(EDITOR)?.textContent).toBe("Mara, Acme Support");
  });

  it("finds no editor in the desktop view", async () => {
    const page = readFileSync(new URL("../replicas/zammad/desktop-plain/page.html", import.meta.url), "utf8");
    const { tools } = openTools(page, "/desktop/tickets/12");

    const answer = await tools.insert(request());

    expect(answer).toEqual({ outcome: "notInserted", reason: "noEditor" });
  });
});

describe("reading Zammad by its API", () => {
  it("is refused without a request", async () => {
    const { tools, requests } = openTools(classic());

    const answer = await tools.readByApi({ helpdesk: "zammad", ticketId: "12", knownUpdatedAt: null });

    expect(answer).toEqual({ outcome: "refused", status: null, retryAfterMs: null });
    expect(requests).toEqual([]);
  });
});
