import { createNativeSanitizer } from "./native-sanitizer";

/** Turns an article's HTML into nodes that nothing outside the allow-list is left in. */
export type SanitizeBody = (bodyHtml: string) => DocumentFragment;

/** The browser's own sanitiser where there is one; DOMPurify, loaded only then, where there is none. */
export async function chooseSanitizer(view: Window & typeof globalThis): Promise<SanitizeBody> {
  const native = createNativeSanitizer(view);
  if (native) return native;
  const { createPurifySanitizer } = await import("./purify-sanitizer");
  return createPurifySanitizer(view);
}
