import type { PageReading } from "../adapter";
import { findAll, isShown } from "./find";

/** `hidden`: the ticket's part of the page is there, but another one is shown. */
export type FoundRoot = { state: "shown" | "hidden"; element: Element; strategy: string } | { state: "absent" };

/** The part of the page that holds the ticket; a shown one before a hidden one, then the first strategy's. */
export function findRoot(reading: PageReading, document: Document, ticketId: string): FoundRoot {
  const untrusted = reading.untrusted.join(", ");
  let hidden: FoundRoot = { state: "absent" };
  for (const strategy of reading.root) {
    for (const anchor of findAll(document, strategy.selector.replaceAll("{id}", ticketId), untrusted)) {
      const element = (strategy.closest === undefined ? null : anchor.closest(strategy.closest)) ?? anchor;
      if (isShown(element)) return { state: "shown", element, strategy: strategy.name };
      if (hidden.state === "absent") hidden = { state: "hidden", element, strategy: strategy.name };
    }
  }
  return hidden;
}
