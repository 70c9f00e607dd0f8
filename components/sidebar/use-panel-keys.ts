import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { PanelModel } from "../state/panel-model";

/** What the arrows go through: cards, and articles on one line. */
const CARDS = "[data-card], [data-row]";

/** Keys that go on while they are held. Any other acts once: a finger that rests on it must not say or write anything again. */
const WHILE_HELD = ["j", "k", "ArrowDown", "ArrowUp", "m", "M"];

/**
 * The panel's keys. A key presses the button it stands for, on the card with the focus or in the open article, so
 * that keys and clicks cannot come to differ. No key acts while the agent types or holds a modifier.
 */
export function usePanelKeys(root: RefObject<HTMLElement>, model: PanelModel, isHelpOpen: Signal<boolean>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const panel = root.current;
      if (!panel || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.repeat && !WHILE_HELD.includes(event.key)) return;
      const isTaken =
        event.key === "Escape" ? closeLayer(event, panel, model, isHelpOpen) : act(event, panel, model, isHelpOpen);
      if (isTaken) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [root, model, isHelpOpen]);
}

function act(event: KeyboardEvent, panel: HTMLElement, model: PanelModel, isHelpOpen: Signal<boolean>): boolean {
  if (isTyping(event.target) || isHelpOpen.peek()) return false;
  switch (event.key) {
    case "/":
      // Before the next key: what is typed after it must not act as keys.
      if (model.places.current.peek() === null) return press(panel, "search");
      model.places.leave();
      // The list is drawn in this very task.
      queueMicrotask(() => press(panel, "search"));
      return true;
    case "?":
      isHelpOpen.value = true;
      return true;
    case "j":
    case "ArrowDown":
      return moveFocus(panel, 1);
    case "k":
      return moveFocus(panel, -1);
    case "ArrowUp":
      return isOnFirstCard(panel) ? press(panel, "search") : moveFocus(panel, -1);
    case "f":
      return pressOnArticle(panel, "flag");
    case "i":
      return pressOnArticle(panel, "insert-link");
    case "a":
      return pressOnArticle(panel, "insert-answer");
    case "q":
      return press(activeScope(panel), "quote");
    case "c":
      return pressOnArticle(panel, "copy-link");
    case "n":
      return press(panel, "newer");
    case "g":
      return press(panel, "gap");
    case "l":
      return press(panel, "flags");
    case "d":
      return press(panel, "capture");
    case "p":
      return press(activeScope(panel), "pin");
    case "v":
      model.places.go({ view: "news" });
      return true;
    case "w":
      return pressOnArticle(panel, "why");
    case "m":
      return press(activeScope(panel), "next-match");
    case "M":
      return press(activeScope(panel), "previous-match");
    case "s":
      return press(activeScope(panel), "find");
    case "t":
      return press(activeScope(panel), "copy-text");
    case "o":
      return press(activeScope(panel), "open-url");
    case "u":
      return press(noticeScope(panel), "understood");
    case "x":
      return press(noticeScope(panel), "not-here");
    default:
      return false;
  }
}

/** `Esc` closes one layer at a time and never the panel. */
function closeLayer(event: KeyboardEvent, panel: HTMLElement, model: PanelModel, isHelpOpen: Signal<boolean>): boolean {
  if (isHelpOpen.peek()) {
    isHelpOpen.value = false;
    return true;
  }
  if (model.layers.closeTop()) return true;
  if (isTyping(event.target) && event.target.dataset.action !== "search") {
    event.target.blur();
    return true;
  }
  if (model.places.back()) return true;
  if (model.search.text.peek() === "") return false;
  model.search.clear();
  // The result that had the focus is gone.
  press(panel, "search");
  return true;
}

function isTyping(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

/** The card with the focus, or the open article. */
function activeScope(panel: HTMLElement): Element | null {
  return panel.ownerDocument.activeElement?.closest(CARDS) ?? panel.querySelector("[data-article]");
}

/**
 * Presses a button of the card with the focus or of the open article; with neither, of the first suggestion, which gets the focus
 * so that it is seen and said which article it was.
 */
function pressOnArticle(panel: HTMLElement, action: string): boolean {
  const active = activeScope(panel);
  if (active) return press(active, action);
  const first = panel.querySelector("[data-suggested] [data-card]") ?? panel.querySelector(".panel-main [data-card]");
  if (!first?.querySelector(`[data-action=${action}]`)) return false;
  first.querySelector<HTMLElement>("[data-action=open]")?.focus();
  return press(first, action);
}

/** The notice with the focus, or else all of them, of which the first that can be pressed is. */
function noticeScope(panel: HTMLElement): Element | null {
  return panel.ownerDocument.activeElement?.closest("[data-notice]") ?? panel.querySelector(".team-notices");
}

function press(scope: Element | null, action: string): boolean {
  const target = scope?.querySelector<HTMLElement>(`[data-action=${action}]`);
  if (!target) return false;
  if (action === "search") target.focus();
  else target.click();
  return true;
}

/** From there the arrow leads back into the search field. */
function isOnFirstCard(panel: HTMLElement): boolean {
  const { activeElement } = panel.ownerDocument;
  return (
    panel.querySelector(CARDS)?.contains(activeElement) === true && panel.querySelector("[data-action=search]") !== null
  );
}

function moveFocus(panel: HTMLElement, step: 1 | -1): boolean {
  const cards = [...panel.querySelectorAll(CARDS)];
  if (cards.length === 0) return false;
  const at = cards.findIndex((card) => card.contains(panel.ownerDocument.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : cards.length - 1) : Math.min(cards.length - 1, Math.max(0, at + step));
  cards[next]?.querySelector<HTMLElement>("[data-action=open]")?.focus();
  return true;
}
