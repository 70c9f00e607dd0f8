/** A message reads the same from the page and from the API, up to white space. */
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { ADAPTERS } from "../../../content-scripts/adapters";
import { readTicket } from "../../../content-scripts/engine/read-ticket";
import { createFakeHelpdeskApi } from "../../replicas/api/fake-helpdesk-api";
import { type DeskOptions, DRAWN_AT_ONCE, type ReplicaMessage, renderDesk } from "../../replicas/desk";
import { readOnce, said, ticketOf, ticketUrl } from "./support";

const LONG = Array.from({ length: 400 }, (_, line) => `Line ${line} of a log with words in it.`).join("\n");

const CASES: [name: string, message: Partial<ReplicaMessage>][] = [
  ["plain paragraphs", { text: "One line\nand another.\n\nA paragraph with <angle> & ampersand." }],
  ["a mail program's quote", { html: '<p>My answer.</p><div class="gmail_quote">Quoted</div><p>Below</p>' }],
  ["a quote by its words", { html: "<div>Short.</div><div>On 14 Sep 2026 at 10:00, Acme wrote:</div><div>Old</div>" }],
  ["a block quote", { html: "<p>Above</p><blockquote><p>Quoted</p></blockquote><p>Under it</p>" }],
  ["a signature", { html: '<p>Answer.</p><p>--<br>Nora<br>Sales</p><div class="gmail_signature">Nora</div>' }],
  ["a list", { html: "<ul><li>orange light</li><li><p>no phone</p></li></ul><ol><li>one</li></ol>" }],
  ["a table", { html: "<table><tr><th>Day</th><th>Restarts</th></tr><tr><td>Monday</td><td>12</td></tr></table>" }],
  ["a long text", { text: LONG }],
  ["right to left", { html: '<p dir="rtl">הנתב מופעל מחדש בכל לילה.</p><p>Model AX-3</p>' }],
  ["redacted text", { html: "<p>Card ▇▇▇▇▇▇ 42 is declined</p>" }],
  [
    "an attachment link",
    {
      html: '<p>See <a href="https://acme.zendesk.com/attachments/token/S3cr3t/?name=log.txt">log.txt</a><a href="https://attachment.freshdesk.com/inline/attachment?token=S3cr3t">photo.png</a> please.</p>',
    },
  ],
  [
    "hidden parts and others' elements",
    { html: "<p>Shown <span hidden>hidden</span></p><deepl-button>x</deepl-button>" },
  ],
];

/** What the replica's page gives for all messages. */
function readPage(helpdesk: DeskOptions["helpdesk"], messages: ReplicaMessage[]) {
  const api = createFakeHelpdeskApi({ helpdesk, tickets: [ticketOf(messages)] });
  const url = ticketUrl(api, "101");
  const desk = { helpdesk, tickets: api.tickets, openTicketId: "101", newestShown: 100, delaysMs: DRAWN_AT_ONCE };
  const { document } = new JSDOM(renderDesk(desk), { url: url.href, runScripts: "dangerously" }).window;
  const reading = readTicket(ADAPTERS[helpdesk], document, url, "101");
  if (typeof reading === "string") throw new Error(`the page's ticket is ${reading}`);
  return { fromPage: reading.ticket.messages, api };
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

describe.each(["zendesk", "freshdesk"] as const)("%s", (helpdesk) => {
  it.each(CASES)("reads %s alike from page and API, as opening and as answer", async (_name, message) => {
    const { fromPage, api } = readPage(helpdesk, [said(message), said({ sentAt: "2026-11-20T09:00:00Z", ...message })]);

    const { ticket } = await readOnce(api);

    expect(ticket.messages.map(({ id, role, text }) => [id, role, squeeze(text)])).toEqual(
      fromPage.map(({ id, role, text }) => [id, role, squeeze(text)]),
    );
    expect(fromPage).toHaveLength(2);
    expect(fromPage[0]?.text).not.toBe("");
  });
});

it("reads messaging alike from page and conversation log", async () => {
  const messages = [
    said({ text: "router\n  restarts", drawnAs: "messaging" }),
    said({ role: "bot", text: "Which light is on?", drawnAs: "messaging", sentAt: "2026-11-20T09:00:00Z" }),
  ];
  const { fromPage, api } = readPage("zendesk", messages);

  const { ticket } = await readOnce(api);

  expect(ticket.messages.map(({ role, text }) => [role, squeeze(text)])).toEqual(
    fromPage.map(({ role, text }) => [role, squeeze(text)]),
  );
  expect(fromPage).toHaveLength(2);
});
