import { ALLOWED_LINK_PROTOCOLS } from "./allow-list";

export type BodyWording = { image(description: string): string; imageUndescribed: string };

/**
 * Makes sanitised nodes ready to be shown: links open elsewhere and only at safe addresses, an image gives way to its
 * description, a table scrolls in its own box. `baseUrl` is the article's address, for links relative to it.
 */
export function finishBody(body: DocumentFragment, baseUrl: string | null, wording: BodyWording): DocumentFragment {
  for (const link of body.querySelectorAll("a")) finishLink(link, baseUrl);
  for (const image of body.querySelectorAll("img")) {
    const description = image.getAttribute("alt")?.trim() ?? "";
    image.replaceWith(description === "" ? wording.imageUndescribed : wording.image(description));
  }
  for (const table of body.querySelectorAll("table")) {
    const box = body.ownerDocument.createElement("div");
    box.className = "table-scroll";
    // Reachable by key, so that a wide table can be scrolled without a mouse.
    box.tabIndex = 0;
    table.replaceWith(box);
    box.append(table);
  }
  return body;
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
