/**
 * A form's fields hide the form's own properties of the same name, in browsers though not in jsdom: here they are put
 * on the form by hand (those that jsdom's own selectors do not ask for). A message that does this may lose its own text, and nothing else of the ticket.
 */
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readTicket } from "../../content-scripts/engine/read-ticket";
import { freshdesk } from "../../content-scripts/freshdesk";
import { callsForReading, createRelevance, forgetChanged } from "../../content-scripts/relevance";
import { zendesk } from "../../content-scripts/zendesk";

const HIDDEN = ["matches", "childNodes", "closest", "children", "shadowRoot"];

const FORMS = HIDDEN.map((name) => `<form class="FORGED" data-hide="${name}"><input name="${name}"></form>`).join("");

const ZENDESK = `<div data-test-id="ticket-101-standard-layout"><input data-test-id="omni-header-subject" value="Real">
<article data-test-id="omni-log-comment-item"><div data-test-id="omni-log-item-message" type="end-user">
<div data-test-id="omni-log-message-content"><div class="zd-comment">Before ${FORMS.replaceAll(
  'class="FORGED"',
  'data-test-id="ticket-system-field-tags-item-selected"',
)} after</div></div></div></article></div>`;

const FRESHDESK = `<title>[#101] Real : Acme</title><div class="ticket-details-wrapper"><h1 class="ticket-subject-heading">Real</h1>
<div class="ticket-details__item" data-test-id="ticket-description"><div id="ticket_original_request">Before ${FORMS.replaceAll(
  'class="FORGED"',
  'class="ticket-subject-heading"',
)} after</div></div></div>`;

function openPage(html: string, address: string) {
  const { window } = new JSDOM(html, { url: address });
  for (const form of window.document.querySelectorAll("form")) {
    const field = form.querySelector("input");
    Object.defineProperty(form, form.getAttribute("data-hide") ?? "", { value: field });
  }
  return window;
}

describe("a message with forms whose fields hide their methods", () => {
  it.each([
    [zendesk, ZENDESK, "https://acme.zendesk.com/agent/tickets/101"],
    [freshdesk, FRESHDESK, "https://acme.freshdesk.com/a/tickets/101"],
  ])("changes nothing but its own text", (adapter, html, address) => {
    const { document } = openPage(html, address);

    const reading = readTicket(adapter, document, new URL(address), "101");

    expect(reading).toMatchObject({
      ticket: {
        subject: "Real",
        tags: [],
        messages: [{ role: "customer", text: expect.stringMatching(/^Before\s+after$/) }],
      },
    });
  });

  it("does not end the watching when it changes", () => {
    const window = openPage(ZENDESK, "https://acme.zendesk.com/agent/tickets/101");
    const observer = new window.MutationObserver(() => undefined);
    observer.observe(window.document, { subtree: true, attributes: true });
    const relevance = createRelevance(zendesk.reading, "101");
    relevance.root = window.document.querySelector("[data-test-id]");

    for (const form of window.document.querySelectorAll("form")) form.setAttribute("id", "changed");
    const changes = observer.takeRecords();

    expect(() => forgetChanged(changes, new WeakMap())).not.toThrow();
    expect(callsForReading(changes, relevance)).toBe(true);
  });
});
