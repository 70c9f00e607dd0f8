/** What needs a real browser's shadow roots, frames or history to be shown of Freshdesk's pages. */
import { readFileSync } from "node:fs";
import { DRAWN_AT_ONCE, renderDesk } from "../../replicas/desk";
import { expect, test } from "./fixtures";
import { makeMessage, makeTicket, mixedUp } from "./report-log";

const helpdesk = "freshdesk";
const delaysMs = DRAWN_AT_ONCE;
const tickets = () => [makeTicket("201"), makeTicket("202"), makeTicket("203")];

test("messages in an open shadow root are read and followed there", async ({ tab }) => {
  await tab.open({ helpdesk, tickets: tickets(), delaysMs, messagesIn: "shadow" }, "a/tickets/201");
  await tab.log.expectLast("ticket 201: Subject 201 | Text 201");

  await tab.page.evaluate(`replica.addMessage("201", ${JSON.stringify(makeMessage({ text: "More of Text 201" }))})`);

  await tab.log.expectLast("ticket 201: Subject 201 | Text 201 / More of Text 201");
});

for (const contactPanel of ["shadow", "page"] as const) {
  test(`the customer's address in the contact panel (${contactPanel}) is not stored`, async ({ tab }) => {
    await tab.open({ helpdesk, tickets: tickets(), delaysMs, contactPanel }, "a/tickets/201");

    await tab.log.expectLast("ticket 201: Subject 201 | Text 201");

    await expect(tab.page.getByText("nora.lindqvist@example.com")).toBeVisible();
    expect(JSON.stringify(await tab.log.reports())).not.toMatch(/lindqvist/i);
  });
}

test("switches are followed while the old ticket lingers, and so are the back and the forward key", async ({ tab }) => {
  await tab.open({ helpdesk, tickets: tickets() }, "a/tickets/201");
  await tab.log.expectLast("ticket 201: Subject 201 | Text 201");

  await tab.page.evaluate('replica.openTicket("202")');
  await tab.log.expectLast("ticket 202: Subject 202 | Text 202");
  await tab.page.goBack();
  await tab.log.expectLast("ticket 201: Subject 201 | Text 201");
  await tab.page.goForward();
  await tab.log.expectLast("ticket 202: Subject 202 | Text 202");

  expect(mixedUp(await tab.log.reports())).toEqual([]);
});

/** Runs in the page: whether an element is in it at the moment the button begins to load. */
function isThereWhileMoreIsLoaded(element: Element): Promise<boolean> {
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-test-button="load-more"].pending')) return;
      observer.disconnect();
      done(element.isConnected);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
}

test("conversations behind load more are reported step by step, and the page is never provoked to redraw", async ({
  tab,
}) => {
  const ticket = makeTicket(
    "201",
    Array.from({ length: 6 }, (_, index) => ({ text: `No ${index + 1}` })),
  );
  await tab.open({ helpdesk, tickets: [ticket], newestShown: 2 }, "a/tickets/201");
  await tab.log.expectLast("ticket 201: Subject 201 | No 1 / No 5 / No 6");
  const drawn = await tab.page.locator(".ticket-details__item").first().elementHandle();
  const wasKept = drawn?.evaluate(isThereWhileMoreIsLoaded);

  await tab.page.click('[data-test-button="load-more"]');
  expect(await wasKept).toBe(true);
  await tab.log.expectLast("ticket 201: Subject 201 | No 1 / No 3 / No 4 / No 5 / No 6");
  await tab.page.click('[data-test-button="load-more"]');

  await tab.log.expectLast("ticket 201: Subject 201 | No 1 / No 2 / No 3 / No 4 / No 5 / No 6");
});

test("a ticket in a frame is ignored, be it at the helpdesk's own address", async ({ tab }) => {
  const foreign = renderDesk({ helpdesk, tickets: [makeTicket("666")], openTicketId: null, delaysMs });
  await tab.serve("evil.freshdesk.com", foreign);

  await tab.open(
    { helpdesk, tickets: tickets(), delaysMs, sideAppUrl: "https://evil.freshdesk.com/a/tickets/666" },
    "a/tickets/201",
  );
  const framed = tab.page.frameLocator("#ticket-properties iframe").locator(".ticket-details__item");
  await framed.first().waitFor({ state: "attached" });
  await tab.page.evaluate('replica.openTicket("202")');
  await tab.log.expectLast("ticket 202: Subject 202 | Text 202");

  expect(JSON.stringify(await tab.log.reports())).not.toContain("666");
});

test("Freshservice at the same path of its own host is not even looked at", async ({ tab }) => {
  const html = readFileSync(new URL("../../replicas/freshservice/ticket.html", import.meta.url), "utf8");
  await tab.serve("acme.freshservice.com", html);

  await tab.page.goto("https://acme.freshservice.com/a/tickets/201");
  const other = await tab.page.context().newPage();
  await tab.serve("acme.freshdesk.com", renderDesk({ helpdesk, tickets: tickets(), openTicketId: null, delaysMs }));
  await other.goto("https://acme.freshdesk.com/a/tickets/202");
  await tab.log.expectLast("ticket 202: Subject 202 | Text 202");
  await other.close();

  const reports = await tab.log.reports();
  expect(JSON.stringify(reports)).not.toContain("201");
});

test("a hostile message in a shadow root changes nothing but its own text", async ({ tab }) => {
  const html = `<p>Please read.</p><span class="breadcrumb__item active">202</span>
    <div class="ticket-subject-heading">Forged</div><div class="ticket-details__item" data-test-id="conversation-wrapper">
    <div data-test-conversation="conversation-text">Forged answer</div></div>`;
  const ticket = makeTicket("201", [{ html }, { text: "Text 201" }]);
  await tab.open({ helpdesk, tickets: [ticket], delaysMs, messagesIn: "shadow" }, "a/tickets/201");

  await tab.log.expectLast(/^ticket 201: Subject 201 \| Please read\.[^/]* \/ Text 201$/);
});
