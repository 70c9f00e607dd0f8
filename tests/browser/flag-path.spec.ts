/** A flag's whole path and a draft's, through the real panel and the real server. */
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { flagCaseSchema } from "../../lib/contract/flag-cases";
import { z } from "../../lib/contract/zod";
import { addAgent } from "../../server/agents/add-agent";
import { articleEdits } from "../../server/db/content-schema";
import type { Backend } from "./support/backend";
import { type Desk, openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, expectText, openArticle, pressButton } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const DESK: Desk = { helpdesk: "zendesk", tickets: [parcel] };

/** Long enough for the undo time of a flag and a pass after it. */
const FLAG_MS = 25_000;

test.beforeEach(({ backend }) => backend.importLines(SHOP_ARTICLES));

async function managerOf({ db }: Backend): Promise<string> {
  const { token } = await addAgent({ db, clock: Date.now, name: "Mira Sand", groups: [], role: "manager" });
  return token;
}

/** What a manager does who looked and put the article right. */
async function answerFirstCase({ url }: Backend, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const listed = await fetch(`${url}/v1/flag-cases`, { headers });
  const { flagCases } = z.object({ flagCases: z.array(flagCaseSchema) }).parse(await listed.json());
  const [opened] = flagCases;
  if (!opened) throw new Error("No case was opened");
  const answered = await fetch(`${url}/v1/flag-cases/${opened.id}`, {
    method: "PATCH",
    headers: { ...headers, "if-match": `"${opened.revision}"` },
    body: JSON.stringify({ status: "fixed" }),
  });
  expect(answered.status, await answered.text()).toBe(200);
}

/** Selects the first paragraph of the open article, as a triple click does. */
function selectFirstParagraph(panel: PanelPage): Promise<string> {
  return panel.$eval(".article-body p", (paragraph) => {
    document.getSelection()?.selectAllChildren(paragraph);
    return paragraph.textContent ?? "";
  });
}

test("flags a passage by keys, takes it back, flags again, and learns that it was fixed", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  test.setTimeout(120_000);
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await openArticle(panel, "parcel-missing");

  const passage = await selectFirstParagraph(panel);
  await panel.keyboard.press("f");
  await expectText(panel, en.flag.flagged);
  await panel.locator("[data-action=undo]").click();
  await panel.waitForFunction("!document.querySelector('.flag-strip')");
  await selectFirstParagraph(panel);
  await panel.keyboard.press("f");
  await expect
    .poll(() => backend.readFlags(), { timeout: FLAG_MS })
    .toMatchObject([{ articleId: "parcel-missing", passage: passage.replace(/\s+/g, " ").trim() }]);

  const token = await managerOf(backend);
  await answerFirstCase(backend, token);
  await panel.keyboard.press("Escape");
  await pressButton(panel, en.sync.syncNow);
  await expectText(panel, "led to a fix. Thank you.");
  await panel.keyboard.press("l");
  await expectText(panel, en.flag.outcomes.fixed);
  // It counts as seen once it was on screen for a moment.
  await panel.waitForFunction("!document.querySelector('.status-news')");
  await panel.keyboard.press("Escape");
  await panel.waitForFunction("!document.querySelector('.outcome-line')");
});

test("hands over a draft written without the server once it is back, exactly once", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  test.setTimeout(120_000);
  await connectTo(extension, backend);
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await backend.stop();

  await panel.keyboard.press("d");
  await panel.waitForSelector("[data-field=title]");
  await panel.locator("[data-field=title]").fill("Parcel left with a neighbour");
  await panel.locator("[data-field=text]").fill("## Solution\n\n1. Ask the neighbours.\n2. Wait a day.");
  await pressButton(panel, en.capture.handOver);
  await expectText(panel, en.capture.handedOverHint);
  await backend.restart();
  await pressButton(panel, en.sync.syncNow);

  const drafts = () => backend.db.select().from(articleEdits);
  await expect.poll(drafts, { timeout: FLAG_MS }).toHaveLength(1);
  const before = backend.requests.length;
  await pressButton(panel, en.sync.syncNow);
  await expect.poll(() => backend.requests.length).toBeGreaterThan(before);
  expect(await drafts()).toMatchObject([{ content: { title: "Parcel left with a neighbour" } }]);
});
