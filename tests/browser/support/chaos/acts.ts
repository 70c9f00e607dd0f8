/** What the agent does in the panel. An act is said with one press, and is given once the panel shows so. */
import { expect } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import { en } from "../../../../components/text/en";
import { pressButton } from "../panel-steps";
import type { Ledger, Word } from "./ledger";

const WAIT_MS = 30_000;

export type Act = {
  word: Word;
  /** What holds of the word once the panel shows that it has it. */
  standing: "given" | "kept" | "none";
  say(): Promise<void>;
  /** Resolves when the panel shows that it has it; rejects when it never will. */
  shown(end: AbortSignal): Promise<void>;
};

/** Leads to where the act can be said; `name` is a new one, of an acknowledgement its notice's. */
type Preparation = (panel: PanelPage, name: string, ledger: Ledger) => Promise<Act>;

/** Presses within one message to the browser, so that what comes next can come at once. */
async function press(panel: PanelPage, selector: string): Promise<void> {
  await panel.$eval(selector, (button) => (button as HTMLElement).click());
}

async function pressWhenThere(panel: PanelPage, selector: string): Promise<void> {
  await panel.waitForSelector(selector, { timeout: WAIT_MS });
  await press(panel, selector);
}

/** Types a text at once: half a word would be another word. */
async function fill(panel: PanelPage, selector: string, text: string): Promise<void> {
  await panel.waitForSelector(selector, { timeout: WAIT_MS });
  await panel.$eval(
    selector,
    (field, typed) => {
      (field as HTMLInputElement).value = typed;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    text,
  );
}

async function waitForText(panel: PanelPage, selector: string, text: string, end?: AbortSignal): Promise<void> {
  const isThere = `[...document.querySelectorAll(${JSON.stringify(selector)})].some(
    (each) => each.innerText.includes(${JSON.stringify(text)}))`;
  await panel.waitForFunction(isThere, { timeout: WAIT_MS, ...(end && { signal: end }) });
}

/** A press while a pass is under way is answered by that pass, which may have read the news before it was written. */
async function askForNewsUntil(panel: PanelPage, selector: string): Promise<void> {
  await expect(async () => {
    await pressButton(panel, en.sync.syncNow);
    await panel.waitForSelector(selector, { timeout: WAIT_MS / 10 });
  }).toPass({ timeout: WAIT_MS });
}

/** Back to the list, with nothing searched for. */
async function toList(panel: PanelPage): Promise<void> {
  await panel.waitForSelector(".over-list .page-top button, [data-action=search]", { timeout: WAIT_MS });
  if (await panel.$(".over-list .page-top button")) await press(panel, ".over-list .page-top button");
  await fill(panel, "[data-action=search]", "");
}

const flag: Preparation = async (panel, name) => {
  await fill(panel, "[data-action=search]", name);
  const card = `[data-card="${name}"]`;
  await panel.waitForSelector(`${card} [data-action=flag]`, { timeout: WAIT_MS });
  return {
    word: { kind: "flag", name },
    standing: "given",
    say: () => press(panel, `${card} [data-action=flag]`),
    shown: (end) => waitForText(panel, `${card} .flag-state`, en.flag.states.queued, end),
  };
};

const takeBackFlag: Preparation = async (panel, name, ledger) => {
  const { word, say, shown } = await flag(panel, name, ledger);
  ledger.note(word, "maybe");
  await say();
  await shown(AbortSignal.timeout(WAIT_MS));
  return {
    ...{ word, standing: "none" },
    say: () => press(panel, `[data-card="${name}"] [data-action=undo]`),
    async shown(end) {
      const isGone = `document.querySelector('[data-card="${name}"]') && !document.querySelector(".flag-strip")`;
      await panel.waitForFunction(isGone, { timeout: WAIT_MS, signal: end });
    },
  };
};

const reportGap: Preparation = async (panel, name) => {
  await fill(panel, "[data-action=search]", name);
  await waitForText(panel, ".panel-main", en.search.noResult(name));
  await pressWhenThere(panel, "[data-action=gap]");
  await panel.waitForSelector(".gap-form .gap-word", { timeout: WAIT_MS });
  return {
    word: { kind: "gap", name },
    standing: "given",
    say: () => press(panel, "[data-action=send-gap]"),
    shown: (end) => waitForText(panel, ".gap-reported", name, end),
  };
};

async function beginDraft(panel: PanelPage, name: string, ledger: Ledger): Promise<Word> {
  const word: Word = { kind: "draft", name };
  await pressWhenThere(panel, "[data-action=capture]");
  await panel.waitForSelector(".draft-form [data-field=title]", { timeout: WAIT_MS });
  // The draft begun last is gone on with as long as the panel lives.
  const before = await panel.$eval("[data-field=title]", (field) => (field as HTMLInputElement).value);
  ledger.replaceDraft(before);
  ledger.note(word, "maybe");
  await fill(panel, "[data-field=title]", name);
  await fill(panel, "[data-field=text]", "## Solution\n\nAsk the neighbours.");
  return word;
}

const keepDraft: Preparation = async (panel, name, ledger) => {
  const word = await beginDraft(panel, name, ledger);
  return {
    ...{ word, standing: "kept", say: async () => undefined },
    shown: (end) => waitForText(panel, ".draft-keeping", en.capture.kept, end),
  };
};

const handOverDraft: Preparation = async (panel, name, ledger) => {
  const word = await beginDraft(panel, name, ledger);
  return {
    ...{ word, standing: "given", say: () => press(panel, ".draft-form [type=submit]") },
    shown: (end) => waitForText(panel, ".capture", en.capture.handedOverHint, end),
  };
};

/** `id` is of a notice that is newer than all on screen: one that is not may be folded by the next that comes. */
const acknowledge: Preparation = async (panel, id) => {
  const notice = `[data-notice="${id}"]`;
  await askForNewsUntil(panel, notice);
  const title = await panel.$eval(`${notice} .team-notice-title`, (each) => each.textContent ?? "");
  const button = `${notice} [data-action=understood]`;
  if (!(await panel.$(button))) await press(panel, `${notice} [data-action=toggle-notice]`);
  await panel.waitForSelector(button, { timeout: WAIT_MS });
  return {
    word: { kind: "acknowledgement", name: `${id}/1` },
    standing: "given",
    say: () => press(panel, button),
    shown: (end) => waitForText(panel, ".team-notice-handled", en.notice.handled.understood(title), end),
  };
};

const ACTS = { flag, takeBackFlag, reportGap, keepDraft, handOverDraft, acknowledge };
export type ActName = keyof typeof ACTS;

/** Acts after which something is to be sent. */
export const SENDING = ["flag", "reportGap", "handOverDraft", "acknowledge"] as const satisfies ActName[];
export const ALL_ACTS = [...SENDING, "takeBackFlag", "keepDraft"] as const satisfies ActName[];

/** Leads the panel to an act; whatever the panel shows. */
export async function prepareAct(panel: PanelPage, act: ActName, name: string, ledger: Ledger): Promise<Act> {
  await toList(panel);
  return ACTS[act](panel, name, ledger);
}
