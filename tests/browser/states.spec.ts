/** What the panel says when there is nothing to suggest, and its keys. */
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import type { ReplicaTicket } from "../replicas/desk";
import { type Desk, openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { expectCards, expectFirstCard, expectState, expectText, pressButton } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel, invoice } = SHOP_TICKETS;
const DESK: Desk = { helpdesk: "zendesk", tickets: [parcel, invoice] };

test("without an endpoint it says so and leads to the options", async ({ extension, page, desk, openPanel }) => {
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectText(panel, en.firstRun.title);
  const opened = extension.context.waitForEvent("page", (each) => each.url().endsWith("/options.html"));

  await pressButton(panel, en.sync.openOptions);

  await expect((await opened).getByRole("heading", { level: 1 })).toHaveText(en.options.title);
});

test.describe("connected", () => {
  test.beforeEach(async ({ backend, extension }) => {
    await backend.importLines(SHOP_ARTICLES);
    await connectTo(extension, backend);
  });

  test("beside a page that is no helpdesk it says that there is no ticket", async ({ page, openPanel }) => {
    await page.goto("about:blank");

    const panel = await openPanel(page);

    await expectState(panel, "noHelpdesk");
    await expectText(panel, en.ticket.noHelpdesk);
  });

  test("beside a ticket that no article fits it says so", async ({ page, desk, openPanel }) => {
    const [opening] = parcel.messages;
    const text = "Could my brother do two weeks of work experience with you in February? He likes horses.";
    const stray = { ...parcel, subject: "Work experience", messages: [{ ...opening, text }] } as typeof parcel;
    await openDesk({ page, desk }, { ...DESK, tickets: [stray] }, stray.id);

    const panel = await openPanel(page);

    await expectState(panel, "nothingFits");
    await expectText(panel, en.ticket.nothingFits);
  });

  test("beside a ticket that cannot be read it says what is missing", async ({ page, desk, openPanel, context }) => {
    const delaysMs = { subject: "never", log: "never", messages: "never" } as const;
    await openDesk({ page, desk }, { ...DESK, delaysMs }, parcel.id);
    const panel = await openPanel(page);
    await expectState(panel, "waiting");
    const session = await context.newCDPSession(page);

    // The content script's clock too: the reader gives up after twenty seconds.
    await session.send("Emulation.setVirtualTimePolicy", { policy: "advance", budget: 21_000 });

    await expectState(panel, "unreadable");
    await expectText(panel, en.ticket.unreadable);
    await expectText(panel, en.ticket.parts.subject);
  });
});

test("with a token that is refused it says so and leads to the options", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await connectTo(extension, { ...backend, token: "sfl_refused" });
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectText(panel, en.sync.problems.unauthorized.title);
  const opened = extension.context.waitForEvent("page", (each) => each.url().endsWith("/options.html"));

  await pressButton(panel, en.sync.openOptions);

  await expect((await opened).getByLabel(en.options.token, { exact: true })).toHaveValue("sfl_refused");
});

/** A ticket with two articles beside it. */
const TWO_MATTERS: ReplicaTicket = {
  ...parcel,
  subject: "One parcel broken and crushed, one missing",
  messages: parcel.messages.map((message) => ({
    ...message,
    text: "The courier left a crushed carton with a broken lamp inside. I took photographs of the damaged carton. A second parcel is missing.",
  })),
};

/** Where the focus is: the card's id and what the element does. */
function focused(panel: PanelPage): Promise<(string | null)[]> {
  return panel.evaluate(() => {
    const element = document.activeElement;
    const card = element?.closest<HTMLElement>("[data-card]");
    return [card?.dataset.card ?? null, element?.getAttribute("data-action") ?? null];
  });
}

test("every step from search to flag has a key", async ({ backend, extension, page, desk, openPanel }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
  await openDesk({ page, desk }, { ...DESK, tickets: [TWO_MATTERS] }, TWO_MATTERS.id);
  const panel = await openPanel(page);
  const cards = await expectCards(panel, TWO_MATTERS.id, 2);
  const [first, second] = cards.map(({ id }) => id);

  await panel.keyboard.press("j");
  await panel.keyboard.press("j");
  await expect.poll(() => focused(panel)).toEqual([second, "open"]);
  await panel.keyboard.press("k");
  await expect.poll(() => focused(panel)).toEqual([first, "open"]);

  await panel.keyboard.press("Enter");
  await panel.waitForSelector(`[data-article="${first}"]`);
  await panel.keyboard.press("Escape");
  await panel.waitForSelector(`[data-card="${first}"]`);
  await expect.poll(() => focused(panel)).toEqual([first, "open"]);

  await panel.keyboard.press("c");
  await panel.waitForSelector(`[data-card="${first}"] [data-action=copy-link][data-outcome=copied]`);
  await panel.keyboard.press("f");
  await expectText(panel, en.flag.states.queued);

  await panel.keyboard.press("/");
  await expect.poll(() => focused(panel)).toEqual([null, "search"]);
  await panel.keyboard.type("authenticator");
  await panel.waitForSelector('[data-card="login-code"]');
  await panel.keyboard.press("Escape");
  await expectFirstCard(panel, TWO_MATTERS.id, first ?? "");
  expect(await panel.$eval("[data-action=search]", (field) => (field as HTMLInputElement).value)).toBe("");
});
