/** What makes a box one that keys reach and screen readers name; the empty value is the name. */
const REACHABLE: readonly [string, string][] = [
  ["tabindex", "0"],
  ["role", "region"],
  ["aria-label", ""],
];

function captionOf(box: Element): string {
  return box.querySelector("caption")?.textContent?.trim() ?? "";
}

/**
 * Follows the tables of a text: one that is wider than its box can be reached by key and shows on which side there is more.
 * `label` names a table without a caption.
 * Answers a function that ends the following.
 */
export function followWideTables(container: Element, label: string, view: Window & typeof globalThis): () => void {
  const boxes = [...container.querySelectorAll<HTMLElement>(".table-scroll")];
  const look = (box: HTMLElement) => {
    const hidden = box.scrollWidth - box.clientWidth;
    const isWide = hidden > 1;
    for (const [name, value] of REACHABLE) {
      if (isWide) box.setAttribute(name, value === "" ? captionOf(box) || label : value);
      else box.removeAttribute(name);
    }
    // Negative where the text runs from right to left.
    const scrolled = Math.abs(box.scrollLeft);
    box.parentElement?.toggleAttribute("data-more-before", isWide && scrolled > 1);
    box.parentElement?.toggleAttribute("data-more-after", isWide && scrolled < hidden - 1);
  };
  const onScroll = ({ currentTarget }: Event) => currentTarget instanceof view.HTMLElement && look(currentTarget);
  for (const box of boxes) {
    look(box);
    box.addEventListener("scroll", onScroll, { passive: true });
  }
  const observer = "ResizeObserver" in view ? new view.ResizeObserver(() => boxes.forEach(look)) : null;
  for (const box of boxes) observer?.observe(box);
  return () => {
    observer?.disconnect();
    for (const box of boxes) box.removeEventListener("scroll", onScroll);
  };
}
