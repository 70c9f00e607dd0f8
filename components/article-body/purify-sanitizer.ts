import createDOMPurify from "dompurify";
import { ALLOWED_ELEMENTS, ALLOWED_EVERYWHERE } from "./allow-list";
import type { SanitizeBody } from "./sanitize";

/** Text inside these is code, fallback or hidden matter, never a part of the article. */
const DROPPED_WITH_TEXT = [
  "audio",
  "canvas",
  "head",
  "iframe",
  "math",
  "noembed",
  "noframes",
  "object",
  "option",
  "plaintext",
  "script",
  "select",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
  "video",
  "xmp",
];

/** DOMPurify held to the allow-list, attribute by element. */
export function createPurifySanitizer(view: Window & typeof globalThis): SanitizeBody {
  const purify = createDOMPurify(view);
  purify.addHook("uponSanitizeAttribute", (node, event) => {
    const allowed = ALLOWED_ELEMENTS[node.nodeName.toLowerCase()] ?? [];
    event.keepAttr = allowed.includes(event.attrName) || ALLOWED_EVERYWHERE.includes(event.attrName);
  });
  const attributes = new Set([...ALLOWED_EVERYWHERE, ...Object.values(ALLOWED_ELEMENTS).flat()]);
  return (bodyHtml) =>
    purify.sanitize(bodyHtml, {
      ALLOWED_TAGS: Object.keys(ALLOWED_ELEMENTS),
      ALLOWED_ATTR: [...attributes],
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      FORBID_CONTENTS: DROPPED_WITH_TEXT,
      RETURN_DOM_FRAGMENT: true,
    });
}
