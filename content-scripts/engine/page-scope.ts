import type { PageReading } from "../adapter";
import { findAll, openShadowRoots } from "./find";

/** Where one read looks: the ticket's root, then open shadow roots, which are searched for at most once per read. */
export type PageScope = {
  document: Document;
  root: Element;
  untrusted: string;
  shadowRoots: () => ShadowRoot[];
  /** Those that were searched so far, for whoever wants to observe them. */
  searchedShadowRoots: () => ShadowRoot[];
};

/** The scope of one read of a page. */
export function createPageScope(reading: PageReading, document: Document, root: Element): PageScope {
  const untrusted = reading.untrusted.join(", ");
  let roots: ShadowRoot[] | null = reading.searchShadowRoots ? null : [];
  return {
    document,
    root,
    untrusted,
    shadowRoots: () => {
      roots ??= openShadowRoots(document, untrusted);
      return roots;
    },
    searchedShadowRoots: () => roots ?? [],
  };
}

/** Trusted matches of a selector: in the ticket's root or else in a shadow root; in the page itself when so asked. */
export function findInPage(page: PageScope, selector: string, within: "document" | undefined): Element[] {
  if (within === "document") return findAll(page.document, selector, page.untrusted);
  const found = findAll(page.root, selector, page.untrusted);
  if (found.length > 0) return found;
  for (const root of page.shadowRoots()) {
    const inShadow = findAll(root, selector, page.untrusted);
    if (inShadow.length > 0) return inShadow;
  }
  return [];
}
