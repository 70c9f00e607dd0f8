import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { freshdesk } from "../../content-scripts/freshdesk";
import { callsForReading, createRelevance, withoutClockwork } from "../../content-scripts/relevance";
import { zendesk } from "../../content-scripts/zendesk";

const PAGE = `<i id="clock">1</i><div data-test-id="ticket-101-standard-layout"><i id="sla">1</i>
<div data-test-id="omni-log-comment-item"><time datetime="2026-09-14T08:00:00Z">a minute ago</time>
<div data-test-id="omni-log-message-content"><div class="zd-comment"><p>Help!</p></div></div></div>
<div data-test-id="ticket-system-field-tags-item-selected">box</div><div contenteditable="true"><p>Draft</p></div></div>`;

/** Whether what `change` does to the page calls for a reading. */
function calls(change: (find: (selector: string) => Element) => void): boolean {
  const { window } = new JSDOM(PAGE);
  const { document } = window;
  const find = (selector: string) => {
    const element = document.querySelector(selector);
    if (element === null) throw new Error(`no ${selector}`);
    return element;
  };
  const relevance = createRelevance(zendesk.reading, "101");
  relevance.root = find('[data-test-id="ticket-101-standard-layout"]');
  const observer = new window.MutationObserver(() => undefined);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  change(find);

  const changes = withoutClockwork(observer.takeRecords(), relevance);
  return callsForReading(changes, relevance);
}

const setWords = (element: Element, words: string) => {
  if (element.firstChild) element.firstChild.nodeValue = words;
};

describe("a change calls for a reading", () => {
  it.each<[string, (find: (selector: string) => Element) => void]>([
    ["the words of a body change", (find) => setWords(find("p"), "Help me!")],
    ["the words of a body are put anew", (find) => find("p").replaceChildren("Help me!")],
    ["the words of a tag change", (find) => setWords(find('[data-test-id$="item-selected"]'), "van")],
    ["the time of a message changes", (find) => find("time").setAttribute("datetime", "2026-09-14T09:00:00Z")],
    ["an element comes into a message", (find) => find("time").append(find("#sla").cloneNode())],
    [
      "the ticket's pane is hidden",
      (find) => find('[data-test-id^="ticket-101"]').setAttribute("style", "display: none"),
    ],
    [
      "the ticket's pane comes anew",
      (find) => find("body").append(find('[data-test-id^="ticket-101"]').cloneNode(true)),
    ],
  ])("when %s", (_what, change) => {
    const isCalledFor = calls(change);

    expect(isCalledFor).toBe(true);
  });
});

describe("a change calls for no reading", () => {
  it.each<[string, (find: (selector: string) => Element) => void]>([
    ["a clock beside the ticket counts", (find) => find("#clock").replaceChildren("2")],
    ["a clock in the ticket counts", (find) => find("#sla").replaceChildren("2")],
    ["the age of a message is told anew", (find) => setWords(find("time"), "two minutes ago")],
    ["something elsewhere comes and goes", (find) => find("body").prepend(find("#clock").cloneNode(true))],
    ["the agent writes", (find) => find("[contenteditable]").append("More", find("#clock").cloneNode(true))],
  ])("when %s", (_what, change) => {
    const isCalledFor = calls(change);

    expect(isCalledFor).toBe(false);
  });
});

it("a row that comes beside the root calls for no reading, although the whole body could be the root as well", () => {
  const { window } = new JSDOM('<title>[#201] A</title><ul></ul><div class="ticket-details-wrapper"></div>');
  const { document } = window;
  const relevance = createRelevance(freshdesk.reading, "201");
  relevance.root = document.querySelector(".ticket-details-wrapper");
  const observer = new window.MutationObserver(() => undefined);
  observer.observe(document, { subtree: true, childList: true });

  document.querySelector("ul")?.append(document.createElement("li"));
  const beside = callsForReading(observer.takeRecords(), relevance);
  document.title = "[#202] B";
  const title = callsForReading(observer.takeRecords(), relevance);

  expect({ beside, title }).toEqual({ beside: false, title: true });
});
