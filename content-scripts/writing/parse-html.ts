import { windowOf } from "./writer";

/** The body of a document of its own, for the page of an element: nothing in it runs or loads before it is moved there. */
export function parseHtml(beside: Element, html: string): HTMLElement {
  return new (windowOf(beside).DOMParser)().parseFromString(html, "text/html").body;
}
