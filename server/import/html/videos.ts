import { DomUtils } from "htmlparser2";
import { elementsIn, type HtmlDocument, type HtmlElement, isElement, textNode, wrap } from "./dom";

const VIDEO_HOST =
  /(^|\.)(youtube\.com|youtu\.be|vimeo\.com|wistia\.(com|net)|loom\.com|vidyard\.com|dailymotion\.com)$/;

/** Puts a link in the place of every embedded video or page. What is not reached by https goes without a trace. */
export function linkVideos(document: HtmlDocument): void {
  for (const element of elementsIn(document)) {
    if (element.name !== "iframe" && element.name !== "video") continue;
    const address = addressOf(element);
    if (address) DomUtils.replaceElement(element, linkTo(address, element.attribs.title, element.name === "video"));
    else DomUtils.removeElement(element);
  }
}

function addressOf(element: HtmlElement): URL | null {
  const source = element.children.find((child) => isElement(child) && child.name === "source");
  const written = element.attribs.src ?? (source && isElement(source) ? source.attribs.src : undefined) ?? "";
  const base = "https://souffleur.invalid/";
  if (!URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  return url.protocol === "https:" && url.hostname !== "souffleur.invalid" ? toPage(url) : null;
}

/** The page of a video whose player was embedded. */
function toPage(url: URL): URL {
  const youtube = /^\/embed\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (/(^|\.)youtube(-nocookie)?\.com$/.test(url.hostname) && youtube) {
    return new URL(`https://www.youtube.com/watch?v=${youtube}`);
  }
  const vimeo = /^\/video\/(\d+)$/.exec(url.pathname)?.[1];
  return url.hostname === "player.vimeo.com" && vimeo ? new URL(`https://vimeo.com/${vimeo}`) : url;
}

function linkTo(url: URL, title: string | undefined, isVideo: boolean): HtmlElement {
  const link = wrap("a", []);
  link.attribs.href = url.href;
  const host = url.hostname.replace(/^www\./, "");
  const label = title?.trim() || (isVideo || VIDEO_HOST.test(host) ? `Video (${host})` : host);
  DomUtils.appendChild(link, textNode(label));
  return wrap("p", [link]);
}
