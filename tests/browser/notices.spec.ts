/** A notice of the team in the built extension: beside its ticket, understood by a key, and on the toolbar button. */
import type { Worker } from "@playwright/test";
import { eq } from "drizzle-orm";
import { startServiceWorker, stopServiceWorker } from "../../scripts/browser/service-worker";
import { closeSidePanel } from "../../scripts/browser/side-panel";
import { addAgent } from "../../server/agents/add-agent";
import { acknowledgements } from "../../server/db/content-schema";
import type { Backend } from "./support/backend";
import { openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, expectText, pressButton } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

const { parcel } = SHOP_TICKETS;
const DESK = { helpdesk: "zendesk" as const, tickets: [parcel] };
const TITLE = "Couriers are late this week";
const WAIT = { timeout: 25_000 };

/** Publishes a notice as a manager does. */
async function publish(backend: Backend, id: string, more: Record<string, unknown> = {}): Promise<void> {
  const { token } = await addAgent({ db: backend.db, clock: Date.now, name: `Mona ${id}`, role: "admin", groups: [] });
  const notice = { severity: "critical", title: TITLE, whatChanged: "Two days more.", groups: [], ...more };
  const response = await fetch(`${backend.url}/v1/notices/${id}`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(notice),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** What the toolbar button says on the helpdesk's tab. */
function readBadge(background: Worker): Promise<{ text: string; title: string } | null> {
  return background.evaluate(async () => {
    const { action, storage } = (globalThis as unknown as { chrome: typeof import("wxt/browser").browser }).chrome;
    const key = Object.keys(await storage.session.get(null)).find((each) => each.startsWith("page:"));
    if (key === undefined) return null;
    const tabId = Number(key.slice("page:".length));
    return { text: await action.getBadgeText({ tabId }), title: await action.getTitle({ tabId }) };
  });
}

test.beforeEach(async ({ backend, extension }) => {
  await backend.importLines(SHOP_ARTICLES);
  await connectTo(extension, backend);
});

test("it stands above the suggestions, is understood by a key, and the team's server knows", async ({
  backend,
  page,
  desk,
  openPanel,
}) => {
  await publish(backend, "late", { cues: ["courier"], needsAcknowledgement: true });
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await expectText(panel, TITLE);
  const isAbove = await panel.evaluate(() => {
    const [notice, card] = ["[data-notice]", ".card[data-card]"].map((each) => document.querySelector(each));
    const [noticeTop = 0, cardTop = 0] = [notice, card].map((each) => each?.getBoundingClientRect().top ?? 0);
    return noticeTop < cardTop && cardTop < window.innerHeight;
  });

  await panel.focus("body");
  await panel.keyboard.press("u");

  expect(isAbove).toBe(true);
  await expectText(panel, `Understood: ${TITLE}`);
  await pressButton(panel, "Sync now");
  const stored = () => backend.db.select().from(acknowledgements).where(eq(acknowledgements.noticeId, "late"));
  await expect.poll(stored, WAIT).toMatchObject([{ agentId: backend.agent.id, version: 1 }]);
});

test("the toolbar button says so with the panel closed, and is clear again once it was understood", async ({
  backend,
  extension,
  page,
  desk,
  openPanel,
}) => {
  await publish(backend, "late", { cues: ["courier"], needsAcknowledgement: true });
  await publish(backend, "elsewhere", { title: "Not this one", cues: ["voucher"] });
  await openDesk({ page, desk }, DESK, parcel.id);
  const panel = await openPanel(page);
  await expectText(panel, TITLE);
  await closeSidePanel(panel);
  // The browser stops the background whenever it likes: what is said must not depend on what it remembers.
  await stopServiceWorker(extension);
  await page.reload();
  const background = await startServiceWorker(extension);

  const title = `1 notice for ticket #${parcel.id}: ${TITLE}`;
  await expect.poll(() => readBadge(background), WAIT).toEqual({ text: "1", title });
  const again = await openPanel(page);
  await expectText(again, TITLE);
  await again.focus("body");
  await again.keyboard.press("u");

  await expect.poll(() => readBadge(background), WAIT).toEqual({ text: "", title: "Open or close Souffleur" });
});
