import type { PageReading, RootStrategy } from "../adapter";
import { findAll, findUp, isShown } from "./find";

/** `hidden`: the ticket's part of the page is there, but another one is shown. */
export type FoundRoot = { state: "shown" | "hidden"; element: Element; strategy: string } | { state: "absent" };

/** No ticket's id: what matches with it in place of the id matches whatever the id. */
const NO_TICKET = "0";

const withId = (selector: string, ticketId: string) => selector.replaceAll("{id}", ticketId);

/** The elements that mark the ticket's part of the page. Where the selectors carry the id, it must be the id that decides. */
export function findAnchors(reading: PageReading, document: Document, selector: string, ticketId: string): Element[] {
  const anchors = findAll(document, withId(selector, ticketId), reading.untrusted.join(", "));
  if (reading.identity.length > 0) return anchors;
  return anchors.filter((anchor) => !anchor.matches(withId(selector, NO_TICKET)));
}

/** What marks other tickets, after a selector like `[data-ticket-id="{id}"]`; null for selectors of another form. */
export function selectorOfOthers(selector: string, ticketId: string): string | null {
  const [, attribute, before = "", after = ""] = /\[([\w-]+)="([^"{]*)\{id\}([^"]*)"\]/.exec(selector) ?? [];
  if (attribute === undefined) return null;
  const starts = before === "" ? "" : `^="${before}"`;
  const ends = after === "" ? "" : `[${attribute}$="${after}"]`;
  return `[${attribute}${starts}]${ends}:not([${attribute}="${before}${ticketId}${after}"])`;
}

/** The whole ticket around its mark. After a redesign the walk up may end at what holds all tickets: then the mark itself. */
function widen(anchor: Element, { selector, closest }: RootStrategy, ticketId: string, untrusted: string): Element {
  const wider = closest === undefined ? null : findUp(anchor, closest);
  if (wider === null) return anchor;
  const others = selectorOfOthers(selector, ticketId);
  return others !== null && findAll(wider, others, untrusted).length > 0 ? anchor : wider;
}

/** The part of the page that holds the ticket; a shown one before a hidden one, then the first strategy's. */
export function findRoot(reading: PageReading, document: Document, ticketId: string): FoundRoot {
  const untrusted = reading.untrusted.join(", ");
  let hidden: FoundRoot = { state: "absent" };
  for (const strategy of reading.root) {
    for (const anchor of findAnchors(reading, document, strategy.selector, ticketId)) {
      const element = widen(anchor, strategy, ticketId, untrusted);
      if (isShown(element)) return { state: "shown", element, strategy: strategy.name };
      if (hidden.state === "absent") hidden = { state: "hidden", element, strategy: strategy.name };
    }
  }
  return hidden;
}
