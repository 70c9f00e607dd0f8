import { marked } from "marked";
import sanitizeHtml from "sanitize-html";
import { cleanSourceHtml, isForeignHtml } from "./html/clean-source-html";
import { flattenIfDeep } from "./html/depth";

export type BodyFormat = "text" | "markdown" | "html";

/** An author's text as HTML that is safe to show: text and structure only, nothing that runs, loads or looks odd. */
export function toBodyHtml(text: string, format: BodyFormat): string {
  return sanitizeHtml(flattenIfDeep(toRawHtml(text, format)), ALLOWED)
    .replace(UNWRAPPED, "")
    .trim();
}

function toRawHtml(text: string, format: BodyFormat): string {
  if (format === "html") return isForeignHtml(text) ? cleanSourceHtml(text, { guessHeadings: false }) : text;
  if (format === "markdown") return marked.parse(text, { async: false, gfm: true });
  const paragraphs = text.split(/\r?\n[^\S\n]*\r?\n/).map((paragraph) => paragraph.trim());
  return paragraphs
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\r?\n/g, "<br>")}</p>`)
    .join("\n");
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** `span` carries text whose element goes away; it never has attributes, and `<` in texts is written `&lt;`. */
const UNWRAPPED = /<\/?span>/g;

const LINK_SCHEMES = ["http:", "https:", "mailto:"];

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code", "kbd", "samp"],
    ...["ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"],
    ...["a", "strong", "b", "em", "i", "u", "s", "del", "mark", "sub", "sup", "span"],
  ],
  allowedAttributes: { a: ["href", "rel"], ol: ["start"], th: ["colspan", "rowspan"], td: ["colspan", "rowspan"] },
  // Their text is no reading matter; of other elements that are not allowed the text stays.
  nonTextTags: [
    ...["script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg", "math"],
    ...["textarea", "select", "option"],
  ],
  transformTags: {
    h1: "h2",
    // Images would load from elsewhere and are missing offline; their description is worth keeping.
    img: (_tag, { alt = "" }) => ({ tagName: "span", attribs: {}, text: alt }),
    a: (_tag, { href = "" }) =>
      isAllowedLink(href)
        ? { tagName: "a", attribs: { href, rel: "noopener noreferrer" } }
        : { tagName: "span", attribs: {} },
  },
};

function isAllowedLink(href: string): boolean {
  return URL.canParse(href) && LINK_SCHEMES.includes(new URL(href).protocol);
}
