/** What the panel says of a ticket it could read in part or not at all, and what an administrator gets to see of it. */
import type { Page } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { diagnosisSchema } from "../../lib/page-commands";
import { createFakeHelpdeskApi } from "../replicas/api/fake-helpdesk-api";
import type { DeskDelays, ReplicaMessage } from "../replicas/desk";
import { type Desk, openDesk } from "./support/desks";
import { focusPanel } from "./support/editors";
import { connectTo, expect, test } from "./support/fixtures";
import { expectText, pressButton } from "./support/panel-steps";
import { pastedText } from "./support/replies";

/** One word of each kind of text, and the ticket's number: none of them may be among the diagnostics. */
const CANARIES = {
  id: "87654321",
  subject: "quibblewort",
  tag: "snorkelvane",
  field: "Marrowdrift",
  author: "Zephyrine",
  message: "flumgarten",
  older: "brindlecask",
};

const message = (text: string, minute: number): ReplicaMessage => ({
  ...{ role: minute % 2 ? "agent" : "customer", author: `${CANARIES.author} Lindqvist`, text },
  sentAt: new Date(Date.UTC(2026, 10, 20, 9, minute)).toISOString(),
});

const TICKET = {
  ...{ id: CANARIES.id, subject: `Where is my ${CANARIES.subject}`, tags: [CANARIES.tag] },
  fields: { priority: CANARIES.field },
  messages: [
    ...[CANARIES.older, "one", "two", "three", CANARIES.message].map((word, minute) =>
      message(`Word ${word}.`, minute),
    ),
  ],
};

/** The reader gives a page 20 s. */
const GIVES_UP = { timeout: 45_000 };

type Desks = Parameters<typeof openDesk>[0];

const openTicket = (desks: Desks, helpdesk: Desk["helpdesk"], delaysMs: Partial<DeskDelays> = {}) =>
  openDesk(desks, { helpdesk, tickets: [TICKET], newestShown: 3, delaysMs }, TICKET.id);

/** Opens the particulars from the mark, presses "Copy diagnostics" and pastes what came of it. */
async function copyDiagnostics(page: Page, panel: PanelPage): Promise<string> {
  await panel.locator(".health-mark").click();
  await focusPanel(page, panel);
  await pressButton(panel, en.health.copy);
  await expectText(panel, en.health.outcomes.copied);
  return pastedText(page);
}

/** The canaries in a text, in whatever case. */
function canariesIn(text: string): string[] {
  return Object.values(CANARIES).filter((canary) => text.toLowerCase().includes(canary.toLowerCase()));
}

for (const helpdesk of ["zendesk", "freshdesk"] as const) {
  test(`says that ${helpdesk}'s older messages are missing, and copies diagnostics without a word of the ticket`, async ({
    backend,
    extension,
    page,
    desk,
    openPanel,
  }) => {
    await connectTo(extension, backend, { readByApi: false });
    await openTicket({ page, desk }, helpdesk);
    const panel = await openPanel(page);

    await expectText(panel, en.health.partlyRead);
    await panel.waitForSelector(`::-p-aria([name="${en.health.partly(en.health.lacking.older)}"][role="button"])`);
    const pasted = await copyDiagnostics(page, panel);
    await expectText(panel, en.health.rows.older);

    const diagnostics = JSON.parse(pasted);
    expect(diagnostics.reader).toMatchObject({ helpdesk, state: "ticket", gaps: ["older"] });
    expect(diagnosisSchema.parse(diagnostics.page)).toMatchObject({ helpdesk, isTicketAddress: true });
    expect(canariesIn(JSON.stringify(await extension.evaluate("chrome.storage.session.get(null)")))).toEqual(
      expect.arrayContaining([CANARIES.subject, CANARIES.message, CANARIES.id]),
    );
    expect(canariesIn(pasted)).toEqual([]);
  });
}

test("says that a ticket was not read, and copies diagnostics without a word of it", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await connectTo(extension, backend);
  await openTicket({ page, desk }, "zendesk", { subject: "never", log: "never", messages: "never" });
  const panel = await openPanel(page);

  await panel.waitForSelector(".health-notRead", GIVES_UP);
  const pasted = await copyDiagnostics(page, panel);

  await expectText(panel, en.health.notRead);
  expect(JSON.parse(pasted)).toMatchObject({ reader: { helpdesk: "zendesk", state: "unreadable" } });
  expect(canariesIn(pasted)).toEqual([]);
});

test("has a ticket completed that was reloaded while the helpdesk's API was still to answer", async ({
  backend,
  extension,
  context,
  page,
  desk,
  openPanel,
}) => {
  await connectTo(extension, backend);
  const api = createFakeHelpdeskApi({ helpdesk: "zendesk", tickets: [TICKET], mode: "silent" });
  await openTicket({ page, desk }, "zendesk");
  await api.serve(context);
  const panel = await openPanel(page);
  await expect.poll(() => api.requests.length, { timeout: 20_000 }).toBe(1);

  api.mode = "answers";
  await page.reload();

  await panel.waitForSelector(".health-well", { timeout: 20_000 });
  expect(api.requests).toHaveLength(3);
});
