import { DomUtils, parseDocument } from "htmlparser2";

export type HtmlDocument = ReturnType<typeof parseDocument>;
export type HtmlNode = HtmlDocument["children"][number];
export type HtmlElement = Extract<HtmlNode, { attribs: object }>;

const BLOCK =
  /^(address|article|aside|blockquote|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|menu|nav|ol|p|pre|section|summary|table|caption|thead|tbody|tfoot|tr|td|th|ul|body|html)$/;

export function isElement(node: HtmlNode | HtmlDocument | null): node is HtmlElement {
  return node !== null && DomUtils.isTag(node);
}

/** Whether the node begins and ends lines of its own. */
export function isBlock(node: HtmlNode): node is HtmlElement {
  return isElement(node) && BLOCK.test(node.name);
}

/** Its text with white space made single spaces; "" when there is nothing to read. */
export function textOf(node: HtmlNode | HtmlNode[]): string {
  return DomUtils.textContent(node).replace(/\s+/gu, " ").trim();
}

/** All elements below, in the order of the document. */
export function elementsIn(root: HtmlDocument | HtmlElement): HtmlElement[] {
  return DomUtils.findAll(() => true, root.children);
}

/** A new element with these children, which leave where they were. They have one parent, or none. */
export function wrap(name: string, children: readonly HtmlNode[]): HtmlElement {
  const [made] = parseDocument(`<${name}></${name}>`).children;
  if (!made || !isElement(made)) throw new Error(`<${name}> cannot be made`);
  DomUtils.removeElement(made);
  const parent = children[0]?.parent ?? null;
  if (parent) {
    const moved = new Set(children);
    setChildren(
      parent,
      parent.children.filter((child) => !moved.has(child)),
    );
  }
  setChildren(made, children);
  return made;
}

/** Gives a node other children, all at once: moving thousands one by one takes minutes. */
export function setChildren(parent: NonNullable<HtmlNode["parent"]>, children: readonly HtmlNode[]): void {
  parent.children = [...children];
  for (const [index, child] of children.entries()) {
    child.parent = parent;
    child.prev = children[index - 1] ?? null;
    child.next = children[index + 1] ?? null;
  }
}

/** Whether an ancestor has one of these names. */
export function isInside(node: HtmlNode, names: RegExp): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (isElement(parent) && names.test(parent.name)) return true;
  }
  return false;
}

/** A new text. */
export function textNode(text: string): HtmlNode {
  const [made] = parseDocument("x").children;
  if (made?.type !== "text") throw new Error("a text cannot be made");
  DomUtils.removeElement(made);
  made.data = text;
  return made;
}

/** All texts below, in the order of the document. */
export function textsIn(root: HtmlElement): HtmlNode[] {
  return DomUtils.filter((node) => node.type === "text", root);
}

/** What its `style` says of a property, in lower case; "" when nothing. */
export function styleOf(element: HtmlElement, property: string): string {
  const declarations = (element.attribs.style ?? "").split(";");
  for (const declaration of declarations) {
    const [name = "", ...value] = declaration.split(":");
    if (name.trim().toLowerCase() === property) return value.join(":").trim().toLowerCase();
  }
  return "";
}
