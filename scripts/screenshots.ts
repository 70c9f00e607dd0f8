/**
 * `npm run screenshots`: the pictures of README and docs, taken from the running product. Times of day and ages of
 * verifications are those of the run; all else stays the same from run to run.
 */
import { join } from "node:path";
import { addHelpdeskHost } from "./browser/helpdesk-hosts";
import { agreeToHost } from "./browser/site-access";
import { takeAlone, takeSideBySide } from "./screenshots/pictures";
import { GIVEN_BUILD_DIR, openStage, ROOT, type Stage, type StageOptions } from "./screenshots/stage";
import { buildExtension } from "./start/build-extension";

const FOLDER = join(ROOT, "docs/images");
const PANEL = { width: 360, height: 640 };
const WINDOW_PANEL = { width: 360, height: 600 };

/** Places in the sample's queries.jsonl, counted within a language. */
const ENGLISH = { directDebit: 1, missedVisit: 8, movingHome: 3, lostUmbrella: 16, stolenPhone: 5 };
const FRENCH = { instalments: 7 };

function pressOnFirstCard(stage: Stage, action: string): Promise<void> {
  return stage.panel.locator(`[data-card] [data-action="${action}"]`).click();
}

function takePanel(stage: Stage, name: string): Promise<void> {
  return takeAlone(FOLDER, name, stage.panel, PANEL);
}

function takeBoth({ extension, desk, panel }: Stage, name: string): Promise<void> {
  return takeSideBySide(FOLDER, name, {
    ...{ browser: extension.puppeteerBrowser, desk, panel },
    ...{ deskWidth: 760, panelSize: WINDOW_PANEL },
  });
}

async function takeOptions({ extension }: Stage): Promise<void> {
  await agreeToHost(extension, "https://help.acme.example/*");
  await addHelpdeskHost(extension, "help.acme.example", "zendesk");
  const tab = await extension.puppeteerBrowser.newPage();
  await tab.goto(extension.url("options.html"));
  await tab.locator(`::-p-aria([name="Test connection"][role="button"])`).click();
  await tab.waitForSelector(".check-result");
  await takeAlone(FOLDER, "options.png", tab, { width: 760, height: 1270 });
  await tab.close();
}

/** A ticket with more messages than its page draws, and what is known of how it was read. */
async function takePartlyRead(stage: Stage): Promise<void> {
  await stage.showTicket(ENGLISH.missedVisit, { newestShown: 1 });
  await stage.panel.locator(".health-partly").click();
  await stage.panel.waitForSelector(".health-details");
  await takePanel(stage, "panel-partly.png");
  // They stay open for this ticket, which is shown again.
  await stage.panel.locator(".health-partly").click();
}

/** A link just put at the end of a draft. What says so goes away by itself after two seconds. */
async function takeInserted(stage: Stage): Promise<void> {
  const draft = "<p>Hi Karen,</p><p>You can choose the day yourself, the 25th too. Here is how:</p>";
  const drafts = { [String(ENGLISH.directDebit)]: draft };
  await stage.showTicket(ENGLISH.directDebit, { composer: "model", drafts });
  await stage.desk.bringToFront();
  await stage.desk.click(".ck-editor__editable");
  await stage.desk.keyboard.down("Control");
  await stage.desk.keyboard.press("End");
  await stage.desk.keyboard.up("Control");
  await pressOnFirstCard(stage, "insert-link");
  await stage.panel.waitForSelector('[data-action="insert-link"][data-outcome]');
  await takeBoth(stage, "zendesk-inserted.png");
}

/** Flags an article with nobody there to take it, and waits until it can no longer be taken back. */
async function flagOffline({ panel, stopBackend }: Stage): Promise<void> {
  await stopBackend();
  await panel.locator(`::-p-aria([name="Sync now"][role="button"])`).click();
  await panel.waitForSelector(".status-dot.status-offline");
  await panel.locator(`[data-card] [data-action="flag"]`).click();
  await panel.locator(`::-p-aria([name="Done"][role="button"])`).click();
  await panel.waitForSelector("[data-action=undo]", { hidden: true });
}

/** What is said on a ticket besides articles: a notice and the situation, a gap, the beginning of a draft. */
async function takeBesides(stage: Stage): Promise<void> {
  await stage.showTicket(ENGLISH.missedVisit);
  await stage.panel.waitForSelector("[data-notice]");
  await takePanel(stage, "panel-notice.png");
  await stage.panel.locator("[data-action=capture]").click();
  await stage.panel.waitForSelector(".capture input");
  await takePanel(stage, "panel-draft.png");
  await stage.panel.keyboard.press("Escape");
  await stage.showTicket(ENGLISH.lostUmbrella);
  await stage.panel.locator("[data-action=gap]").click();
  await stage.panel.waitForSelector("[data-action=send-gap]");
  await takePanel(stage, "panel-gap.png");
}

/** An article that was changed since the agent had it, with the words that changed. */
async function takeNews(stage: Stage): Promise<void> {
  await stage.changeArticle("en-outage-compensation", (text) =>
    text
      .replace("on the next bill but one as", "on the next bill as")
      .replace("**€6** per calendar day of", "**€7** per calendar day of"),
  );
  await stage.panel.locator("[data-action=news-count]").click();
  await stage.panel.locator("[data-action=compare]").click();
  await stage.panel.waitForSelector("ins");
  await takePanel(stage, "panel-news.png");
  await stage.panel.keyboard.press("Escape");
}

/** The flag that waits to be sent, in the list of the agent's own. */
async function takeMyFlags(stage: Stage): Promise<void> {
  await stage.panel.locator("[data-action=flags]").click();
  await stage.panel.waitForSelector(".own-flags");
  await takePanel(stage, "panel-my-flags.png");
}

async function takeEnglish(stage: Stage): Promise<void> {
  await takeBoth(stage, "zendesk-light.png");
  await stage.showTicket(ENGLISH.directDebit);
  await pressOnFirstCard(stage, "open");
  await stage.panel.waitForSelector(".article-body > *");
  await takePanel(stage, "panel-article.png");
  await stage.showTicket(ENGLISH.lostUmbrella);
  await takePanel(stage, "panel-nothing-fits.png");
  await takePartlyRead(stage);
  await takeInserted(stage);
  await takeOptions(stage);
  await takeBesides(stage);
  await takeNews(stage);
  await stage.showTicket(ENGLISH.missedVisit);
  // In the picture's size, so that what the press brings into sight is in the picture.
  await stage.panel.setViewport(PANEL);
  await pressOnFirstCard(stage, "flag");
  await stage.panel.waitForSelector(".flag-explanation");
  await takePanel(stage, "panel-flag.png");
  await pressOnFirstCard(stage, "undo");
  await stage.panel.waitForSelector(".flag-strip", { hidden: true });
  await flagOffline(stage);
  await takePanel(stage, "panel-offline.png");
  await takeMyFlags(stage);
}

async function onStage(options: StageOptions, take: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage(options);
  try {
    await take(stage);
  } finally {
    await stage.close();
  }
}

async function takeAll(): Promise<void> {
  if (GIVEN_BUILD_DIR === undefined) await buildExtension(ROOT);
  const english = {
    helpdesk: "zendesk",
    language: "en",
    colorScheme: "light",
    ticketNumber: ENGLISH.movingHome,
  } as const;
  await onStage(english, takeEnglish);
  const dark = { ...english, helpdesk: "freshdesk", colorScheme: "dark", ticketNumber: ENGLISH.stolenPhone } as const;
  await onStage(dark, (stage) => takeBoth(stage, "freshdesk-dark.png"));
  const french = { ...english, language: "fr", ticketNumber: FRENCH.instalments } as const;
  await onStage(french, (stage) => takeBoth(stage, "zendesk-fr.png"));
}

await takeAll();
