import type { CleaningRules } from "../adapter";
import { cleanText } from "../engine/clean-text";
import { elementText } from "../engine/element-text";
import { LIMITS, truncate } from "../engine/limits";
import type { ApiBody } from "./api-source";

/** Quotes below a long answer are not worth walking; as in the page, where the same length is kept before cleaning. */
const RAW_LENGTH = 4 * LIMITS.messageText;

/** Mail programs write far more markup than text, but not without end. */
const MAX_HTML_LENGTH = 2_000_000;

function rawText(body: ApiBody, cleaning: CleaningRules, document: Document): string {
  if ("plain" in body) return body.plain.slice(0, RAW_LENGTH);
  const Parser = document.defaultView?.DOMParser ?? DOMParser;
  // A parsed document is inert: nothing in it runs or loads.
  const parsed = new Parser().parseFromString(body.html.slice(0, MAX_HTML_LENGTH), "text/html");
  const drop = cleaning.drop.join(", ");
  return elementText(parsed.body, { drop, dropCustomElements: cleaning.dropCustomElements, maxLength: RAW_LENGTH });
}

/** The words the writer of a body added, by the same rules as for a body in the page. */
export function messageText(body: ApiBody | null, cleaning: CleaningRules, document: Document): string {
  if (body === null) return "";
  return truncate(cleanText(rawText(body, cleaning, document), cleaning), LIMITS.messageText);
}
