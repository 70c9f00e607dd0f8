/** The body of a document of its own: nothing in it runs or loads before it is moved into a page. */
export function parseHtml(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, "text/html").body;
}
