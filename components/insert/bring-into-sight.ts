/** Scrolls to an element that a key may have reached outside what is in view; a page without a layout has none. */
export function bringIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView?.({ block: "nearest" });
}
