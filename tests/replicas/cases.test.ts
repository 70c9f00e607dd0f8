import { readdirSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { Adapter } from "../../content-scripts/adapter";
import { ADAPTERS } from "../../content-scripts/adapters";
import { readTicket } from "../../content-scripts/engine/read-ticket";
import { type Gap, type Ticket, ticketSchema } from "../../lib/ticket";

const here = new URL(".", import.meta.url);

function readCase(adapter: Adapter, name: string) {
  const folder = new URL(`${adapter.helpdesk}/${name}/`, here);
  const expected: { url: string; ticket: Ticket | null; gaps?: Gap[] } = JSON.parse(
    readFileSync(new URL("expected.json", folder), "utf8"),
  );
  return { ...expected, html: readFileSync(new URL("page.html", folder), "utf8") };
}

/** What one look at the page says: a ticket when it can be read and is the address's, else null, and what it lacks. */
function lookAt(adapter: Adapter, html: string, address: string): { ticket: Ticket | null; gaps: Gap[] } {
  const { document } = new JSDOM(html, { url: address }).window;
  const url = new URL(address);
  const id = adapter.ticketIdFromUrl(url);
  const reading = id === null ? "absent" : readTicket(adapter, document, url, id);
  if (typeof reading === "string" || reading.identity !== "same" || !reading.isReadable)
    return { ticket: null, gaps: [] };
  return { ticket: reading.ticket, gaps: reading.gaps };
}

const readPage = (...page: Parameters<typeof lookAt>) => lookAt(...page).ticket;

describe.each(Object.values(ADAPTERS))("$helpdesk", (adapter) => {
  const names = readdirSync(new URL(`${adapter.helpdesk}/`, here));

  it.each(names)("reads the page of %s as expected", (name) => {
    const { html, url, ticket } = readCase(adapter, name);

    const read = readPage(adapter, html, url);

    expect(read).toEqual(ticket);
  });

  it.each(names)("says of %s what it lacks", (name) => {
    const { html, url, gaps = [] } = readCase(adapter, name);

    const read = lookAt(adapter, html, url);

    expect(read.gaps).toEqual(gaps);
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
