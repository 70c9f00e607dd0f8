/** The behaviours on which all else stands, in Firefox. */
import type { Page } from "puppeteer-core";
import type { FirefoxExtension } from "../../../scripts/browser/firefox";
import { type DeskOptions, DRAWN_AT_ONCE, renderDesk } from "../../replicas/desk";
import { expect, HOSTS, test } from "./fixtures";
import { makeMessage, makeTicket, mixedUp } from "./report-log";

const delaysMs = { ...DRAWN_AT_ONCE, noteType: 500, linger: 300 };
const PATHS = { zendesk: "/agent/tickets/", freshdesk: "/a/tickets/" } as const;

const tickets = () => [makeTicket("101"), makeTicket("102")];

/** Opens ticket 101 of a replica; at ticket 666 of the same host stands a replica with that ticket alone. */
function open(firefox: FirefoxExtension, options: Pick<DeskOptions, "helpdesk"> & Partial<DeskOptions>): Promise<Page> {
  const page = renderDesk({ tickets: tickets(), openTicketId: null, delaysMs, ...options });
  const { helpdesk } = options;
  const foreign = renderDesk({ helpdesk, tickets: [makeTicket("666")], openTicketId: null, delaysMs });
  return firefox.openDeskPage(`https://${HOSTS[helpdesk]}${PATHS[helpdesk]}101`, ({ pathname }) =>
    pathname.endsWith("/666") ? foreign : page,
  );
}

for (const helpdesk of ["zendesk", "freshdesk"] as const) {
  test(`Firefox reads a ${helpdesk} ticket and follows a switch`, async ({ firefoxTab: { firefox, log } }) => {
    const page = await open(firefox, { helpdesk });
    await log.expectLast("ticket 101: Subject 101 | Text 101");

    await page.evaluate('replica.openTicket("102")');
    await log.expectLast("ticket 102: Subject 102 | Text 102");

    expect(mixedUp(await log.reports())).toEqual([]);
    await page.close();
  });

  test(`Firefox never stores a late or a plain note of ${helpdesk}`, async ({ firefoxTab: { firefox, log } }) => {
    const page = await open(firefox, { helpdesk });
    await log.expectLast("ticket 101: Subject 101 | Text 101");

    const secret = makeMessage({ role: "note", text: "Keep this secret", sentAt: "2026-09-14T09:00:00Z" });
    const answer = makeMessage({ text: "And Text 101 again", sentAt: "2026-09-14T10:00:00Z" });
    await page.evaluate(`replica.addMessage("101", ${JSON.stringify(secret)})`);
    await page.waitForSelector('[data-ticket-id="101"] [type="internal"], .ticket-details__privatenote');
    await page.evaluate(`replica.addMessage("101", ${JSON.stringify(answer)})`);
    await log.expectLast(/ \/ And Text 101 again$/);

    expect(JSON.stringify(await log.reports())).not.toContain("Keep this secret");
    await page.close();
  });
}

test("Firefox is not misled by a hostile message", async ({ firefoxTab: { firefox, log } }) => {
  const html = `<p>Please read.</p><div data-test-id="ticket-102-standard-layout"><div data-ticket-id="102">
    <input data-test-id="omni-header-subject" value="Forged"></div></div>`;
  const page = await open(firefox, { helpdesk: "zendesk", tickets: [makeTicket("101", [{ html }])] });
  await log.expectLast("ticket 101: Subject 101 | Please read.");

  await page.evaluate('history.pushState(null, "", "/agent/tickets/102")');
  await log.expectLast("reading 102");
  await page.evaluate('replica.openTicket("101")');
  await log.expectLast("ticket 101: Subject 101 | Please read.");

  expect(JSON.stringify(await log.reports())).not.toContain("Forged");
  await page.close();
});

test("Firefox ignores a ticket in a frame", async ({ firefoxTab: { firefox, log } }) => {
  const page = await open(firefox, { helpdesk: "zendesk", sideAppUrl: "/agent/tickets/666" });
  await page.waitForFunction("document.querySelector('iframe') !== null");
  const frame = await page.waitForFrame((candidate) => candidate.url().endsWith("/666"));
  await frame.waitForSelector("article");

  await page.evaluate('replica.openTicket("102")');
  await log.expectLast("ticket 102: Subject 102 | Text 102");

  expect(JSON.stringify(await log.reports())).not.toContain("666");
  await page.close();
});
