import type { ReplyContent } from "../../lib/page-commands";
import type { ArticleCard } from "../../lib/worker/protocol";

/** What the agent wants in the reply, and of which article. Internal content asks before a customer can read it. */
export type InsertWish = { articleId: string; content: ReplyContent; isInternal: boolean };

/** The article's public address under its title; null when it has none. */
export function linkWish({ id: articleId, title, url, audience }: ArticleCard): InsertWish | null {
  if (url === null) return null;
  return { articleId, content: { kind: "link", title, url }, isInternal: audience === "internal" };
}

/** Words of an article, with where they come from. */
export function quoteWish({ id: articleId, title, url, audience }: ArticleCard, text: string): InsertWish {
  return { articleId, content: { kind: "quote", text, source: { title, url } }, isInternal: audience === "internal" };
}

/** An article's ready answer. */
export function answerWish({ id: articleId, audience }: ArticleCard, replyText: string): InsertWish {
  return { articleId, content: { kind: "text", text: replyText }, isInternal: audience === "internal" };
}

/** The same as plain text, for the clipboard. */
export function plainText(content: ReplyContent): string {
  switch (content.kind) {
    case "link":
      return `${content.title} ${content.url}`;
    case "text":
      return content.text;
    case "quote": {
      const { title, url } = content.source;
      return `${content.text}\n\n${url === null ? title : `${title} ${url}`}`;
    }
  }
}
