import { type ArticleContent, articleContentSchema, CONTENT_LIMITS } from "../../lib/contract/authoring";
import type { Agent } from "../agents/agent";
import { describeIssues } from "../http/describe-issues";
import { ProblemError } from "../http/problem";
import { toBodyHtml } from "../import/body-html";
import { isStorableInstant } from "../instants";
import { toStorableText } from "../storable-text";
import { isGroupName } from "./access";

/**
 * Content as it is stored: HTML sanitised, text that every database can hold, no name twice, instants in UTC. Ends the
 * request with `invalid_request` where that cannot be.
 */
export function tidyContent(id: string, sent: ArticleContent): ArticleContent {
  const parsed = articleContentSchema.safeParse(toStorable(sent));
  if (!parsed.success) throw new ProblemError("invalid_request", describeIssues(parsed.error));
  const content = parsed.data;
  const names = (list: readonly string[]) => [...new Set(list)];
  const tidy = {
    ...content,
    bodyHtml: toBodyHtml(content.bodyHtml, "html"),
    groups: names(content.groups),
    tags: names(content.tags),
    situations: names(content.situations),
    publishedAt: toUtc(content.publishedAt, "publishedAt"),
    expiresAt: toUtc(content.expiresAt, "expiresAt"),
  };
  const fault = findFault(id, tidy);
  if (fault) throw new ProblemError("invalid_request", fault);
  return tidy;
}

function findFault(id: string, content: ArticleContent): string | null {
  if (content.bodyHtml.length > CONTENT_LIMITS.body) {
    const length = content.bodyHtml.length;
    return `content.bodyHtml: ${length} characters as stored, "&" and the like written as HTML; at most ${CONTENT_LIMITS.body}`;
  }
  const { groups, publishedAt, expiresAt, translationOf, sourceVersion } = content;
  const unusable = groups.find((group) => !isGroupName(group));
  if (unusable !== undefined) return `content.groups: no group can be called "${unusable}"`;
  if (publishedAt && expiresAt && expiresAt <= publishedAt) return "content.expiresAt: not after publishedAt";
  if (translationOf === id) return "content.translationOf: an article is no translation of itself";
  if (translationOf === null && sourceVersion !== null) return "content.sourceVersion: only with translationOf";
  return null;
}

function toUtc(instant: string | null, name: string): string | null {
  if (instant === null) return null;
  if (!isStorableInstant(instant)) throw new ProblemError("invalid_request", `content.${name}: too far away`);
  return new Date(instant).toISOString();
}

/** Every text in it as every database can hold it. */
function toStorable(sent: ArticleContent): unknown {
  return JSON.parse(JSON.stringify(sent), (_key, value: unknown) =>
    typeof value === "string" ? toStorableText(value) : value,
  );
}

/**
 * Ends the request with `forbidden` when the agent may not give the article these readers: others than admins name
 * groups of their own, keep those that are there, and open to everybody only what is new or open already. `before` are the
 * readers so far, null for a new article.
 */
export function checkReaders(
  agent: Agent,
  { groups, audience }: Pick<ArticleContent, "groups" | "audience">,
  before: { groups: readonly string[] } | null,
): void {
  if (agent.role === "admin") return;
  if (agent.audience === "public" && audience !== "public") {
    throw new ProblemError("forbidden", "content.audience: you write for the public only.");
  }
  const isOwn = (group: string) => agent.groups.includes(group);
  const kept = before?.groups ?? [];
  const foreign = groups.filter((group) => !isOwn(group) && !kept.includes(group));
  if (foreign.length > 0) {
    throw new ProblemError(
      "forbidden",
      `content.groups: you are not in ${foreign.join(", ")}; name groups of your own.`,
    );
  }
  const lost = kept.filter((group) => !isOwn(group) && !groups.includes(group));
  if (lost.length > 0) {
    throw new ProblemError("forbidden", `content.groups: only an admin takes it from ${lost.join(", ")}.`);
  }
  if (groups.length === 0 && kept.length > 0) {
    throw new ProblemError("forbidden", "content.groups: only an admin opens it to everybody.");
  }
  if (groups.length > 0 && !groups.some(isOwn)) {
    throw new ProblemError("forbidden", "content.groups: keep one of your own, or you could not go on with it.");
  }
}
