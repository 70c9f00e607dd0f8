import { ALLOWED_LINK_PROTOCOLS } from "./allow-list";

export type BodyWording = { image(description: string): string; imageUndescribed: string };

/** Pictures that came with the article itself: nothing is asked of anybody, and nothing in them can run. */
const PICTURE_INSIDE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/]+={0,2}$/i;

/**
 * Makes sanitised nodes ready to be shown: links open elsewhere and only at safe addresses, a table scrolls in its own
 * box. An image gives way to its description; with `showsImages` one that came inside the article stays. An image from
 * elsewhere never loads: it would tell its host that somebody reads the article. `baseUrl` is the article's address, for
 * links relative to it.
 */
export function finishBody(
  body: DocumentFragment,
  baseUrl: string | null,
  wording: BodyWording,
  showsImages = false,
): DocumentFragment {
  for (const link of body.querySelectorAll("a")) finishLink(link, baseUrl);
  for (const image of body.querySelectorAll("img")) {
    const description = image.getAttribute("alt")?.trim() ?? "";
    const isInside = PICTURE_INSIDE.test(image.getAttribute("src")?.trim() ?? "");
    if (showsImages && isInside) image.setAttribute("alt", description);
    else image.replaceWith(description === "" ? wording.imageUndescribed : wording.image(description));
  }
  for (const table of body.querySelectorAll("table")) {
    wrap(wrap(table, "table-scroll"), "table-frame");
  }
  for (const code of body.querySelectorAll("pre")) wrap(code, "code-box");
  return body;
}

function wrap(element: Element, boxClass: string): HTMLElement {
  const box = element.ownerDocument.createElement("div");
  box.className = boxClass;
  element.replaceWith(box);
  box.append(element);
  return box;
}

function finishLink(link: HTMLAnchorElement, baseUrl: string | null): void {
  const url = safeUrl(link.getAttribute("href"), baseUrl);
  link.removeAttribute("href");
  if (url === null) return;
  link.setAttribute("href", url);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer nofollow");
}

function safeUrl(href: string | null, baseUrl: string | null): string | null {
  // A place within the page: its target lost its id, so the link would lead nowhere.
  if (href === null || href.trim() === "" || href.trim().startsWith("#")) return null;
  try {
    const url = new URL(href, baseUrl ?? undefined);
    return ALLOWED_LINK_PROTOCOLS.includes(url.protocol) ? url.href : null;
  } catch {
    // Relative, and the article has no address of its own.
    return null;
  }
}
