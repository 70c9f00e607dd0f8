import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { PageReading, RootStrategy } from "../../../content-scripts/adapter";
import { findRoot } from "../../../content-scripts/engine/find-root";
import { zendesk } from "../../../content-scripts/zendesk";

function rootOf(html: string, root: RootStrategy[] = zendesk.reading.root, ticketId = "101") {
  const { document } = new JSDOM(html).window;
  const reading: PageReading = { ...zendesk.reading, root };
  const found = findRoot(reading, document, ticketId);
  return found.state === "absent" ? "absent" : `${found.state} #${found.element.id} by ${found.strategy}`;
}

const byTicketId = { name: "mark", lastSeen: "2026-11", selector: '[data-ticket-id="{id}"]' };

describe("findRoot", () => {
  it("walks up to the pane around the ticket's mark", () => {
    const root = rootOf('<main id="main_panes"><div id="pane"><p id="mark" data-ticket-id="101"></p></div></main>');

    expect(root).toBe("shown #pane by ticket-id");
  });

  it("stays at the mark when the walk up ends at what holds other tickets too", () => {
    const panes = '<p id="mark" data-ticket-id="101"></p><p data-ticket-id="102"></p>';

    const root = rootOf(`<main id="main_panes"><div id="all">${panes}</div></main>`);

    expect(root).toBe("shown #mark by ticket-id");
  });

  it("knows the marks of others by what stands around the id", () => {
    const logs = '<p id="mark" elementtiming="omnilog/101"></p><p elementtiming="omnilog/1012"></p>';

    const root = rootOf(`<main id="main_panes"><div id="all">${logs}</div></main>`);

    expect(root).toBe("shown #mark by log-timing");
  });

  it.each([
    ["beside the id", '[data-ticket-id="{id}"], .pane'],
    ["in one of several forms", ':is([data-ticket-id="{id}"], .pane)'],
    ["by what the id is not", '.pane:not([data-ticket-id="{id}"])'],
  ])("does not believe a selector that fits any pane %s", (_how, selector) => {
    const root = rootOf('<div id="other" class="pane" data-ticket-id="102"></div>', [{ ...byTicketId, selector }]);

    expect(root).toBe("absent");
  });

  it("passes over a selector that the browser does not know", () => {
    const root = rootOf('<p id="mark" data-ticket-id="101"></p>', [{ ...byTicketId, selector: "[[{id}" }, byTicketId]);

    expect(root).toBe("shown #mark by mark");
  });

  it("prefers a shown part to a hidden one", () => {
    const html = '<p id="a" data-ticket-id="101" style="visibility: hidden"></p><p id="b" data-ticket-id="101"></p>';

    const root = rootOf(html, [byTicketId]);

    expect(root).toBe("shown #b by mark");
  });
});
