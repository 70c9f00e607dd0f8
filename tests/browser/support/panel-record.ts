/** Keeps what the panel shows at every change of its page, so that a test can speak of all of it and not of samples. */
import type { Page } from "puppeteer-core";
import { matterOf, SHOP_TICKETS } from "./shop";

/** The list after one change of the page. `ticketId` is null when no ticket is named, `subject` when none is shown. */
export type Moment = { ticketId: string | null; subject: string | null; state: string; cardIds: string[] };

/**
 * Starts recording: observers of the page are told of every change before it can be painted, so nothing on the screen
 * is missed.
 */
export async function recordPanel(panel: Page): Promise<void> {
  await panel.evaluate(() => {
    const moments: Moment[] = [];
    Object.assign(window, { souffleurMoments: moments });
    const note = () => {
      const list = document.querySelector<HTMLElement>("[data-suggestions]");
      if (!list) return;
      moments.push({
        ticketId: list.dataset.ticket ?? null,
        subject: document.querySelector(".ticket-subject")?.textContent ?? null,
        state: list.dataset.suggestions ?? "",
        cardIds: [...list.querySelectorAll<HTMLElement>("[data-card]")].map((card) => card.dataset.card ?? ""),
      });
    };
    note();
    new MutationObserver(note).observe(document, {
      ...{ subtree: true, childList: true, characterData: true },
      attributes: true,
    });
  });
}

/** Every moment since `recordPanel`, oldest first. */
export function recordedMoments(panel: Page): Promise<Moment[]> {
  return panel.evaluate("window.souffleurMoments") as Promise<Moment[]>;
}

/**
 * The moments in which something stands beside a ticket it does not belong to: an article of another matter, another
 * ticket's subject, or articles beside no ticket at all. For tickets and articles of the shop.
 */
export function strangersIn(moments: Moment[]): Moment[] {
  return moments.filter(({ ticketId, subject, cardIds }) => {
    const matter = ticketId === null ? null : matterOf(ticketId);
    const hasStrangeCard = cardIds.some((id) => matter === null || !id.startsWith(`${matter}-`));
    const others = Object.entries(SHOP_TICKETS).filter(([other]) => other !== matter);
    return hasStrangeCard || others.some(([, other]) => subject === other.subject);
  });
}
