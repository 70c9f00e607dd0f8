/** Finding elements that are the page's own. A message may imitate any attribute, so where a match stands decides. */

/** A page, an element or an open shadow root. */
export type Scope = Document | ShadowRoot | Element;

/** Works across windows, unlike `instanceof`. */
export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Behind an `aria-hidden` element inside the scope: a duplicate for the eye only. Above the scope it may be a dialog's doing. */
function isHiddenDuplicate(element: Element, scope: Scope): boolean {
  const hidden = element.closest('[aria-hidden="true"]');
  return hidden !== null && isElement(scope) && hidden !== scope && scope.contains(hidden);
}

/**
 * The elements of a scope that match, the scope itself included: outermost only, in document order, and none inside
 * an element that matches `untrusted` ("" trusts all).
 */
export function findAll(scope: Scope, selector: string, untrusted: string): Element[] {
  if (isElement(scope) && scope.matches(selector)) return [scope];
  const found: Element[] = [];
  for (const element of scope.querySelectorAll(selector)) {
    if (found.at(-1)?.contains(element)) continue;
    if (untrusted !== "" && element.parentElement?.closest(untrusted)) continue;
    if (!isHiddenDuplicate(element, scope)) found.push(element);
  }
  return found;
}

/** The open shadow roots below a scope, those inside other shadow roots included, none inside `untrusted`. */
export function openShadowRoots(scope: Scope, untrusted: string): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (const element of scope.querySelectorAll("*")) {
    if (element.shadowRoot === null || element.closest(untrusted)) continue;
    roots.push(element.shadowRoot, ...openShadowRoots(element.shadowRoot, untrusted));
  }
  return roots;
}

/**
 * Whether an element is drawn. Panes of other tickets keep their box while hidden, so only computed styles tell.
 */
export function isShown(element: Element): boolean {
  const window = element.ownerDocument.defaultView;
  if (window === null) return true;
  if (window.getComputedStyle(element).visibility !== "visible") return false;
  for (let up: Element | null = element; up !== null; up = up.parentElement) {
    if (window.getComputedStyle(up).display === "none") return false;
  }
  return true;
}
