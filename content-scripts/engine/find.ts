/**
 * Finding elements that are the page's own. A message may imitate any attribute, so where a match stands decides. Its
 * form fields may even stand in for a form's own methods (`<input name="closest">`): what then fails is not trusted.
 */

/** A page, an element or an open shadow root. */
export type Scope = Document | ShadowRoot | Element;

/** Works across windows, unlike `instanceof`. */
export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Behind an `aria-hidden` element inside the scope: a duplicate for the eye only. Above the scope it may be a dialog's doing. */
function isHiddenDuplicate(element: Element, scope: Scope): boolean {
  const hidden = element.closest('[aria-hidden="true"]');
  return hidden !== null && isElement(scope) && hidden !== scope && scope.contains(hidden);
}

function isTrusted(element: Element, scope: Scope, untrusted: string): boolean {
  try {
    if (untrusted !== "" && element.parentElement?.closest(untrusted)) return false;
    return !isHiddenDuplicate(element, scope);
  } catch {
    // A form whose methods are hidden by its fields.
    return false;
  }
}

/** All that match, the scope itself included. A selector that this browser does not know finds nothing. */
function queryAll(scope: Scope, selector: string): Iterable<Element> {
  try {
    return isElement(scope) && scope.matches(selector) ? [scope] : scope.querySelectorAll(selector);
  } catch {
    // One strategy the less: the next in its list is tried.
    return [];
  }
}

/**
 * The elements of a scope that match, the scope itself included: outermost only, in document order, and none inside
 * an element that matches `untrusted` ("" trusts all).
 */
export function findAll(scope: Scope, selector: string, untrusted: string): Element[] {
  const found: Element[] = [];
  for (const element of queryAll(scope, selector)) {
    if (element === scope) return [element];
    if (!found.at(-1)?.contains(element) && isTrusted(element, scope, untrusted)) found.push(element);
  }
  return found;
}

/** The nearest element up that matches, itself included; null when there is none or the selector is not known here. */
export function findUp(element: Element, selector: string): Element | null {
  try {
    return element.closest(selector);
  } catch {
    return null;
  }
}

function isInside(element: Element, selector: string): boolean {
  try {
    return element.closest(selector) !== null;
  } catch {
    // A form whose methods are hidden by its fields.
    return true;
  }
}

/** The open shadow roots below a scope, those inside other shadow roots included, none inside `untrusted`. */
export function openShadowRoots(scope: Scope, untrusted: string): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (const element of scope.querySelectorAll("*")) {
    if (element.shadowRoot === null || isInside(element, untrusted)) continue;
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
