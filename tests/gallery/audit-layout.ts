/** What an eye would complain of, measured: run in the page with a scene drawn. Answers one line per fault. */

/** WCAG 2.2, 2.5.8; half a pixel is the rounding of a zoomed page. */
const LEAST_TARGET_PX = 23.5;
/** Sub-pixels of text and borders. */
const TOLERANCE_PX = 1;
const TARGETS = "button, a[href], input, select, textarea, summary, [role=button], [role=option], [tabindex='0']";

type Area = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** All faults of the page as it stands. `mayScroll`: the document may be taller than the window, as in the options. */
export function auditLayout({ mayScroll }: { mayScroll: boolean }): string[] {
  const shown = [...document.body.querySelectorAll<HTMLElement>("*")].filter(isShown);
  const targets = targetsAmong(shown);
  return [
    ...documentFaults(mayScroll),
    ...shown.flatMap((element) => placeFault(element)),
    ...targets.flatMap(sizeFault),
    ...overlaps(targets),
    ...shown.flatMap(cutText),
  ];
}

function documentFaults(mayScroll: boolean): string[] {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const faults: string[] = [];
  if (scrollWidth > window.innerWidth) faults.push(`the page is ${scrollWidth} px wide, not ${window.innerWidth}`);
  if (!mayScroll && scrollHeight > window.innerHeight) {
    faults.push(`the page is ${scrollHeight} px tall, not ${window.innerHeight}`);
  }
  return faults;
}

/** Outside the window, sideways, or below it where nothing scrolls. */
function placeFault(element: HTMLElement): string[] {
  const area = element.getBoundingClientRect();
  const isSideways = area.left < -TOLERANCE_PX || area.right > window.innerWidth + TOLERANCE_PX;
  if (isSideways && !scrollerOf(element, "x")) return [`${nameOf(element)} reaches out of the panel sideways`];
  const isBelow = area.bottom > window.innerHeight + TOLERANCE_PX || area.top < -TOLERANCE_PX;
  if (isBelow && !scrollerOf(element, "y") && !isDocumentScrolled()) {
    return [`${nameOf(element)} lies where nobody can scroll to`];
  }
  return [];
}

function isDocumentScrolled(): boolean {
  return document.documentElement.scrollHeight > window.innerHeight;
}

/** What can be pressed now: under a modal dialog nothing can. A box in a label is as large as the label. */
function targetsAmong(shown: HTMLElement[]): HTMLElement[] {
  const modal = shown.find((element) => element.getAttribute("aria-modal") === "true");
  const pressable = shown.filter((element) => element.matches(TARGETS) && (!modal || modal.contains(element)));
  const isBox = (element: HTMLElement) => element.matches("[type=checkbox], [type=radio]");
  const targets = pressable.map((element) => (isBox(element) ? labelOf(element) : element));
  return [...new Set(targets)];
}

function labelOf(box: HTMLElement): HTMLElement {
  return (box instanceof HTMLInputElement && box.labels?.[0]) || box;
}

function sizeFault(target: HTMLElement): string[] {
  const { width, height } = pressableArea(target).getBoundingClientRect();
  if (isLinkInSentence(target) || (width >= LEAST_TARGET_PX && height >= LEAST_TARGET_PX)) return [];
  return [`${nameOf(target)} is ${round(width)} × ${round(height)} px, too small to press`];
}

/** A button may be spread over what it stands in by a layer of its own. */
function pressableArea(target: HTMLElement): Element {
  const layer = getComputedStyle(target, "::after");
  return layer.content !== "none" && layer.position === "absolute" ? (target.offsetParent ?? target) : target;
}

/** Its height is the line's (WCAG's exception). */
function isLinkInSentence(target: HTMLElement): boolean {
  return getComputedStyle(target).display === "inline" && target.textContent !== target.parentElement?.textContent;
}

function overlaps(targets: HTMLElement[]): string[] {
  const placed = targets.map((target) => ({
    target,
    scroller: scrollerOf(target, "y"),
    layer: layerOf(target),
    whole: target instanceof HTMLInputElement ? roomForText(target) : target.getBoundingClientRect(),
    seen: seenPart(target),
  }));
  return placed.flatMap((one, at) =>
    placed.slice(at + 1).flatMap((other) => {
      if (one.layer !== other.layer || one.target.contains(other.target) || other.target.contains(one.target))
        return [];
      const [a, b] = one.scroller === other.scroller ? [one.whole, other.whole] : [one.seen, other.seen];
      return isOver(a, b) ? [`${nameOf(one.target)} and ${nameOf(other.target)} lie over each other`] : [];
    }),
  );
}

/** The menu, bubble or sticking head an element stands in, which covers on purpose what lies under it. */
function layerOf(element: HTMLElement): HTMLElement | null {
  const isLayer = (ancestor: HTMLElement) => {
    const { position, zIndex } = getComputedStyle(ancestor);
    return position === "sticky" || (/absolute|fixed/.test(position) && zIndex !== "auto");
  };
  return ancestorsOf(element).find(isLayer) ?? null;
}

/** A field without its padding, where a button of its own may stand. */
function roomForText(field: HTMLInputElement): Area {
  const { left, right, top, bottom } = field.getBoundingClientRect();
  const style = getComputedStyle(field);
  const [paddingLeft, paddingRight] = [style.paddingLeft, style.paddingRight].map(Number.parseFloat);
  return { left: left + (paddingLeft ?? 0), right: right - (paddingRight ?? 0), top, bottom };
}

function isOver(a: Area, b: Area): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > TOLERANCE_PX && height > TOLERANCE_PX;
}

/** What is left of an element after all that clips it. */
function seenPart(element: HTMLElement): Area {
  let { left, right, top, bottom } = element.getBoundingClientRect();
  for (const ancestor of ancestorsOf(element)) {
    if (getComputedStyle(ancestor).overflow === "visible") continue;
    const clip = ancestor.getBoundingClientRect();
    [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
    [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
  }
  return { left, right, top, bottom };
}

/** Text that something cuts off without an ellipsis to say so. */
function cutText(element: HTMLElement): string[] {
  const own = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  if (!own || element.closest(".visually-hidden, option, textarea")) return [];
  const range = document.createRange();
  range.selectNodeContents(own);
  const text = range.getBoundingClientRect();
  for (const ancestor of [element, ...ancestorsOf(element)]) {
    const style = getComputedStyle(ancestor);
    if (/auto|scroll/.test(style.overflowX + style.overflowY)) return [];
    if (style.overflowX === "visible") continue;
    const says = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
    const clip = ancestor.getBoundingClientRect();
    const isCut =
      text.left < clip.left - TOLERANCE_PX ||
      text.right > clip.right + TOLERANCE_PX ||
      text.top < clip.top - 3 * TOLERANCE_PX ||
      text.bottom > clip.bottom + 3 * TOLERANCE_PX;
    if (isCut && !says) return [`“${own.textContent?.trim().slice(0, 40)}” is cut off by ${nameOf(ancestor)}`];
    if (isCut) return [];
  }
  return [];
}

function scrollerOf(element: HTMLElement, axis: "x" | "y"): HTMLElement | null {
  for (const ancestor of ancestorsOf(element)) {
    const style = getComputedStyle(ancestor);
    const overflow = axis === "x" ? style.overflowX : style.overflowY;
    const room =
      axis === "x" ? ancestor.scrollWidth - ancestor.clientWidth : ancestor.scrollHeight - ancestor.clientHeight;
    if (/auto|scroll/.test(overflow) && room > 0) return ancestor;
    // What an ellipsis cuts away on purpose is said there.
    if (axis === "x" && style.overflowX === "hidden" && style.textOverflow === "ellipsis") return ancestor;
    if (style.webkitLineClamp !== "none" && style.overflowY === "hidden") return ancestor;
  }
  return null;
}

function ancestorsOf(element: HTMLElement): HTMLElement[] {
  const ancestors: HTMLElement[] = [];
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) ancestors.push(at);
  return ancestors;
}

function isShown(element: HTMLElement): boolean {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".visually-hidden")) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).clipPath !== "inset(50%)";
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 30) ?? "";
  const classes = typeof element.className === "string" && element.className ? `.${element.className}` : "";
  return `${element.localName}${classes.replaceAll(" ", ".")} “${label}”`;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
