import type { ArticleSection } from "../../lib/contract/article";

const MAX_TITLE_LENGTH = 80;

/**
 * A title for an article that has none: the first sentence of its first line, at most 80 characters, cut at a word
 * boundary. Empty when the article holds no text.
 */
export function firstSentence(sections: readonly ArticleSection[]): string {
  const lines = sections.flatMap((section) => [section.heading, ...section.text.split("\n")]);
  const line = lines.find((each) => each.trim() !== "") ?? "";
  const sentence = /^.*?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  return sentence.length <= MAX_TITLE_LENGTH ? sentence : cutAtWord(sentence);
}

function cutAtWord(text: string): string {
  const head = text.slice(0, MAX_TITLE_LENGTH);
  const boundary = head.lastIndexOf(" ");
  const cut = boundary > 0 ? head.slice(0, boundary) : head.replace(/\p{Surrogate}$/u, "");
  return `${cut.slice(0, MAX_TITLE_LENGTH - 1).replace(/[\s,;:–-]+$/u, "")}…`;
}
