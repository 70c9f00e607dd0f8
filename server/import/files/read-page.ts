import { DomUtils, parseDocument } from "htmlparser2";
import { languageTagSchema } from "../../../lib/contract/article";
import { cleanSourceHtml } from "../html/clean-source-html";
import { elementsIn, type HtmlDocument, type HtmlElement, textOf } from "../html/dom";
import type { ReadFile } from "./file-entry";

/** Names of `meta` elements, and what of an article they say. */
const META: Record<string, string> = {
  description: "summary",
  keywords: "tags",
  ...Object.fromEntries(
    ["audience", "category", "kind", "language", "owner", "summary", "tags", "url", "version", "escalation"].map(
      (key) => [key, key],
    ),
  ),
  publishedat: "publishedAt",
  updatedat: "updatedAt",
  expiresat: "expiresAt",
  verifiedat: "verifiedAt",
  verifiedby: "verifiedBy",
  verifyeverydays: "verifyEveryDays",
  groups: "groups",
  situations: "situations",
};

const LISTS = ["groups", "situations"];
const NUMBERS = ["version", "verifyEveryDays"];

/** What stands around the text of a page. */
const AROUND = /^(nav|header|footer|aside|form|script|style|noscript|template)$/;

/** Reads a web page: its title, what its `meta` elements say, and its main part. */
export function readPage(html: string): ReadFile {
  const document = parseDocument(html);
  const metadata = metadataOf(document);
  const id = metadata.id;
  delete metadata.id;
  const main = mainPartOf(document);
  const heading = first(main, "h1");
  const named = textOf(first(document, "title") ?? []);
  const headed = textOf(heading ?? []);
  // Titles often go on with the name of the site, and the heading says the title again.
  const isSame = headed !== "" && (named === "" || named.includes(headed));
  const title = isSame ? headed : named;
  if (heading && isSame) DomUtils.removeElement(heading);
  const text = cleanSourceHtml(DomUtils.getInnerHTML(main, { encodeEntities: "utf8" }), { guessHeadings: true });
  return { id, title, text, metadata: { ...metadata, format: "html" } };
}

function metadataOf(document: HtmlDocument): Record<string, unknown> {
  const metadata: Record<string, unknown> = {};
  const language = languageTagSchema.safeParse(first(document, "html")?.attribs.lang);
  if (language.success) metadata.language = language.data;
  for (const { name, attribs } of elementsIn(document)) {
    const written = attribs.content?.trim() ?? "";
    const said = attribs.name?.toLowerCase() ?? "";
    const key = said === "id" ? "id" : META[said];
    if (name === "meta" && key !== undefined && written !== "") metadata[key] = saidBy(key, written);
    const isCanonical = name === "link" && attribs.rel === "canonical";
    if (isCanonical && /^https?:\/\//.test(attribs.href ?? "")) metadata.url ??= attribs.href;
  }
  return metadata;
}

function saidBy(key: string, written: string): unknown {
  if (NUMBERS.includes(key)) return Number(written);
  return LISTS.includes(key) ? written.split(",").filter((name) => name.trim() !== "") : written;
}

/** `main`, or the only `article`, or the body without what stands around it. */
function mainPartOf(document: HtmlDocument): HtmlDocument | HtmlElement {
  const articles = elementsIn(document).filter(({ name }) => name === "article");
  const marked = elementsIn(document).find(({ name, attribs }) => name === "main" || attribs.role === "main");
  const found = marked ?? (articles.length === 1 ? articles[0] : undefined);
  const main = found ?? first(document, "body") ?? document;
  for (const element of elementsIn(main)) if (AROUND.test(element.name) && !found) DomUtils.removeElement(element);
  for (const element of elementsIn(main))
    if (/^(title|meta|link|nav)$/.test(element.name)) DomUtils.removeElement(element);
  return main;
}

function first(root: HtmlDocument | HtmlElement, name: string): HtmlElement | null {
  return elementsIn(root).find((element) => element.name === name) ?? null;
}
