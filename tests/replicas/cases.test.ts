import { readdirSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { Adapter } from "../../content-scripts/adapter";
import { readTicket } from "../../content-scripts/engine/read-ticket";
import { freshdesk } from "../../content-scripts/freshdesk";
import { zendesk } from "../../content-scripts/zendesk";
import { type Ticket, ticketSchema } from "../../lib/ticket";

const here = new URL(".", import.meta.url);

function readCase(adapter: Adapter, name: string) {
  const folder = new URL(`${adapter.helpdesk}/${name}/`, here);
  const expected: { url: string; ticket: Ticket | null } = JSON.parse(
    readFileSync(new URL("expected.json", folder), "utf8"),
  );
  return { ...expected, html: readFileSync(new URL("page.html", folder), "utf8") };
}

/** What one look at the page says: a ticket when it can be read and is the address's, else null. */
function readPage(adapter: Adapter, html: string, address: string): Ticket | null {
  const { document } = new JSDOM(html, { url: address }).window;
  const url = new URL(address);
  const id = adapter.ticketIdFromUrl(url);
  const reading = id === null ? "absent" : readTicket(adapter, document, url, id);
  if (typeof reading === "string" || reading.identity !== "same" || !reading.isReadable) return null;
  return reading.ticket;
}

describe.each([zendesk, freshdesk])("$helpdesk", (adapter) => {
  const names = readdirSync(new URL(`${adapter.helpdesk}/`, here));

  it.each(names)("reads the page of %s as expected", (name) => {
    const { html, url, ticket } = readCase(adapter, name);

    const read = readPage(adapter, html, url);

    expect(read).toEqual(ticket);
  });

  it.each(names)("reports nothing of %s that the contract refuses", (name) => {
    const { html, url } = readCase(adapter, name);

    const read = readPage(adapter, html, url);

    expect(ticketSchema.nullable().parse(read)).toEqual(read);
  });

  it.each(names)("leaves no attachment token in the text of %s", (name) => {
    const { html, url } = readCase(adapter, name);

    const read = readPage(adapter, html, url);

    expect(JSON.stringify(read)).not.toMatch(/token|S3cr3t|T0k3n/);
  });
});
