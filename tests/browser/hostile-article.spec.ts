/** An article that attacks its reader, put into the database past the server's own sanitiser. */
import { eq } from "drizzle-orm";
import { JSDOM } from "jsdom";
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../components/text/en";
import { isBrowserUpkeep } from "../../scripts/browser/recording-proxy";
import { articles } from "../../server/db/schema";
import { HOSTILE_BODIES, remainsOf } from "../components/article-body/hostile-bodies";
import { openDesk } from "./support/desks";
import { connectTo, expect, test } from "./support/fixtures";
import { expectFirstCard, expectText, openArticle, pressButton } from "./support/panel-steps";
import { SHOP_ARTICLES, SHOP_TICKETS } from "./support/shop";

test.use({ recordTraffic: true });

const { parcel } = SHOP_TICKETS;

/** Tries to lie over the panel, to hide it and to take its place. */
const COVERS = `
  <style>html, body, #root, .panel { display: none !important } * { background: url(http://evil.example/s.png) }</style>
  <div style="position: fixed; inset: 0; z-index: 2147483647; background: red">Safe cover</div>
  <div style="position: absolute; top: -400px; left: 0; width: 100vw; height: 200vh; opacity: 0.01">Safe veil</div>
  <div class="panel panel-alone notice" id="root" popover="manual">Safe class</div>
  <dialog open style="position: fixed; inset: 0">Safe dialog</dialog>
  <script>document.title = "stolen"; document.body.remove(); alert(1)</script>
  <img src="x" onerror="document.title = 'stolen'; alert(2)">
  <a href="http://evil.example/next" ping="http://evil.example/ping" onclick="steal()">Safe link</a>
  <form action="http://evil.example/form" onsubmit="steal()"><button autofocus onfocus="steal()">Safe button</button></form>
  <title>stolen</title>`;
const BODY = [COVERS, ...HOSTILE_BODIES.map(({ bodyHtml }) => bodyHtml)].join("<hr>");

const HOSTILE_TEXT = '<img src="http://evil.example/t.png" onerror="steal()">';
const TITLE = `Parcel delivered but missing ${HOSTILE_TEXT}`;

/** What happened to the panel while it was watched. */
async function watchForHarm(panel: PanelPage) {
  const dialogs: string[] = [];
  panel.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss().catch(() => undefined);
  });
  await panel.evaluate("window.steal = () => { window.isStolen = true; }; undefined");
  return async () => ({
    dialogs,
    isStolen: await panel.evaluate("window.isStolen ?? false"),
    title: await panel.title(),
    url: panel.url(),
    pages: (await panel.browser().pages()).length,
  });
}

test.beforeEach(async ({ backend, extension, page, desk }) => {
  await backend.importLines(SHOP_ARTICLES);
  await backend.db
    .update(articles)
    .set({
      ...{ bodyHtml: BODY, title: TITLE, summary: HOSTILE_TEXT, replyText: HOSTILE_TEXT, escalation: HOSTILE_TEXT },
      ...{ tags: [HOSTILE_TEXT], category: [HOSTILE_TEXT], owner: { kind: "team", name: HOSTILE_TEXT } },
    })
    .where(eq(articles.id, "parcel-missing"));
  await connectTo(extension, backend);
  await openDesk({ page, desk }, { helpdesk: "zendesk", tickets: [parcel] }, parcel.id);
});

test("a hostile article is harmless text in the panel", async ({ backend, page, openPanel, sentRequests }) => {
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  const harm = await watchForHarm(panel);
  const before = await harm();

  await openArticle(panel, "parcel-missing");
  await panel.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>(".article-page *:not(a, button)")) {
      for (const type of ["mouseover", "click", "focus"]) element.dispatchEvent(new Event(type, { bubbles: true }));
    }
  });

  const shown = await panel.$eval(".article-body", (body) => {
    const copy = body.cloneNode(true) as HTMLElement;
    // What the panel itself adds to a text: copy buttons, the marked passage, the names of wide tables.
    for (const slot of copy.querySelectorAll(":scope .code-slot, :scope .steps-slot")) slot.remove();
    for (const own of ["data-passage", "data-more-before", "data-more-after"]) {
      for (const marked of copy.querySelectorAll(`[${own}]`)) marked.removeAttribute(own);
    }
    for (const box of copy.querySelectorAll(".table-scroll")) {
      box.removeAttribute("role");
      box.removeAttribute("aria-label");
    }
    return copy.outerHTML;
  });
  const { document } = new JSDOM(shown).window;
  expect(remainsOf(document.body.firstElementChild ?? document.body)).toEqual([]);
  await expectText(panel, "Safe cover");
  await expectText(panel, TITLE);
  expect(await harm()).toEqual(before);
  const strangers = sentRequests.filter((each) => !isBrowserUpkeep(each) && !each.url.startsWith(backend.url));
  expect(strangers).toEqual([]);
  expect(sentRequests.some(({ url }) => url.startsWith(backend.url))).toBe(true);
});

test("a hostile article covers nothing of the panel", async ({ page, openPanel }) => {
  const panel = await openPanel(page);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
  await openArticle(panel, "parcel-missing");

  const covered = await panel.evaluate(() =>
    [...document.querySelectorAll(".article-top button:not([role=menuitem]), .status-bar button")]
      .filter((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return !button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      })
      .map((button) => button.getAttribute("aria-label") ?? button.textContent),
  );
  const fixed = await panel.$$eval(
    ".article-body, .article-body *",
    (elements) =>
      elements
        .filter((element) => element.closest(".code-slot") === null)
        .filter((element) => ["fixed", "absolute", "sticky"].includes(getComputedStyle(element).position)).length,
  );
  // A true press at the button's place on the screen.
  await pressButton(panel, en.article.back);

  expect(covered).toEqual([]);
  expect(fixed).toBe(0);
  await expectFirstCard(panel, parcel.id, "parcel-missing");
});
