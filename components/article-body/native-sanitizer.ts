import { ALLOWED_ELEMENTS, ALLOWED_EVERYWHERE, UNWRAPPED_ELEMENTS } from "./allow-list";
import type { SanitizeBody } from "./sanitize";

/** The Sanitizer API as of 2026 (Chromium 146, Firefox 148); TypeScript's library does not know it yet. */
type SanitizerConfig = {
  elements: { name: string; attributes: string[] }[];
  attributes: string[];
  replaceWithChildrenElements: string[];
  comments: boolean;
  dataAttributes: boolean;
};
type SanitizerView = { Sanitizer?: new (config: SanitizerConfig) => object };
type SanitizingElement = Element & { setHTML?(html: string, options: { sanitizer: object }): void };

/** Null in a browser without `Element.setHTML`. The nodes belong to an inert document: they load and run nothing. */
export function createNativeSanitizer(view: Window & typeof globalThis): SanitizeBody | null {
  const { Sanitizer } = view as SanitizerView;
  if (!Sanitizer || !("setHTML" in view.Element.prototype)) return null;
  const sanitizer = new Sanitizer({
    elements: Object.entries(ALLOWED_ELEMENTS).map(([name, attributes]) => ({ name, attributes: [...attributes] })),
    attributes: [...ALLOWED_EVERYWHERE],
    replaceWithChildrenElements: [...UNWRAPPED_ELEMENTS],
    comments: false,
    dataAttributes: false,
  });
  return (bodyHtml) => {
    const inert = view.document.implementation.createHTMLDocument("");
    const container: SanitizingElement = inert.createElement("div");
    container.setHTML?.(bodyHtml, { sanitizer });
    const fragment = inert.createDocumentFragment();
    fragment.append(...container.childNodes);
    return fragment;
  };
}
