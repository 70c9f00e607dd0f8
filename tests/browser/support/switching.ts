/** An agent who switches tickets at random, and presses buttons of the panel in the moment of a switch. */
import { expect, type Page } from "@playwright/test";
import type { Page as PanelPage } from "puppeteer-core";
import { readPanel } from "../../../scripts/browser/read-panel";
import type { Press } from "./matters";
import type { Random } from "./random";

export type Action = "flag" | "insert-link";

/** One switch, decided before it is made: the same seed gives the same ones, however fast the machine is. */
export type Step = {
  ticketId: string;
  /** Run in the page right before the ticket is opened, and right after. */
  before: string;
  after: string;
  action: Action | null;
  /** From the press to the switch; below zero the switch comes first. */
  leadMs: number;
  pauseMs: number;
};

const pause = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));

/** Notes every press on a card's button, before the panel itself hears of it. */
export async function recordPresses(panel: PanelPage): Promise<void> {
  await panel.evaluate(() => {
    const presses: Press[] = [];
    Object.assign(window, { souffleurPresses: presses });
    const note = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest<HTMLElement>("[data-action]") : null;
      const card = button?.closest<HTMLElement>("[data-card]");
      if (!button || !card) return;
      presses.push({
        ticketId: document.querySelector<HTMLElement>("[data-suggestions]")?.dataset.ticket ?? null,
        articleId: card.dataset.card ?? "",
        action: button.dataset.action ?? "",
        isFirst: button.getAttribute("aria-pressed") !== "true",
      });
    };
    document.addEventListener("click", note, { capture: true });
  });
}

/** Every press since `recordPresses`, oldest first. */
export function recordedPresses(panel: PanelPage): Promise<Press[]> {
  return panel.evaluate("window.souffleurPresses") as Promise<Press[]>;
}

/** Presses a button of the first card with the mouse, where it stands; does nothing when no card is there. */
export async function pressOnFirstCard(panel: PanelPage, action: Action): Promise<void> {
  const place = await panel.evaluate((wanted) => {
    const box = document.querySelector(`[data-card] [data-action="${wanted}"]`)?.getBoundingClientRect();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  }, action);
  if (place) await panel.mouse.click(place.x, place.y);
}

/** Makes one step. */
export async function takeStep(page: Page, panel: PanelPage, step: Step): Promise<void> {
  const { ticketId, before, after, action, leadMs, pauseMs } = step;
  const switchThen = () => page.evaluate(`{ ${before}; replica.openTicket("${ticketId}"); ${after}; }`);
  const pressThen = async () => action && pressOnFirstCard(panel, action);
  if (action === null) await switchThen();
  else if (leadMs < 0) await Promise.all([switchThen(), pause(-leadMs).then(pressThen)]);
  else await Promise.all([pressThen(), pause(leadMs).then(switchThen)]);
  await pause(pauseMs);
}

/** Waits until the panel speaks of the ticket the page's address names. */
export async function expectTogether(page: Page, panel: PanelPage): Promise<void> {
  const together = async () => {
    const [shown, path] = [await readPanel(panel), new URL(page.url()).pathname];
    return shown?.ticketId === path.split("/").at(-1);
  };
  await expect.poll(together, { timeout: 20_000, message: "panel and page on the same ticket" }).toBe(true);
}

/** Mostly quick, at times up to 12 s. */
export function drawingDelayMs(random: Random, mostlyBelowMs: number): number {
  return random.chance(0.15) ? random.below(12_000) : random.below(mostlyBelowMs);
}
