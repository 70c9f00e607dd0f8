/** A heading of an article's text, with its depth below the highest there is. */
export type BodyHeading = { element: HTMLElement; words: string; depth: number };

/** The headings of a text, in its order; empty ones are left out. */
export function headingsOf(container: Element): BodyHeading[] {
  const elements = [...container.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")];
  const levels = elements.map((element) => Number(element.tagName.charAt(1)));
  const highest = Math.min(...levels);
  return elements.flatMap((element, at) => {
    const words = element.textContent?.replace(/\s+/g, " ").trim() ?? "";
    return words === "" ? [] : [{ element, words, depth: Math.min(2, (levels[at] ?? highest) - highest) }];
  });
}
