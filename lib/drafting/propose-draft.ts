/**
 * A beginning for an article from a ticket: the matter from the subject, the customer's words and the agents' answer, under the
 * headings of its kind, with what is personal taken out. Every word of it is the ticket's or a heading's; nothing is made up.
 */
import type { ArticleKind } from "../contract/article";
import { markupToHtml } from "../simple-markup";
import { cleanMessage } from "../text/clean-message";
import { detectLanguage } from "../text/detect-language";
import { isSignOff, isThanks } from "../text/mail/signatures";
import type { Ticket, TicketMessage } from "../ticket";
import { titleOf } from "./draft-title";
import { draftLanguageOf, LABELS, templateOf } from "./draft-wording";
import { collectNames } from "./personal-names";
import { createTakeOut, type Removed } from "./take-out";

export type ProposedContent = {
  language: string;
  title: string;
  summary: string;
  bodyHtml: string;
  replyText: string | null;
  kind: ArticleKind;
  category: string[];
  tags: string[];
};

/** Longest stretch of a customer's and of an agent's text that is worth starting from, in characters. */
const MAX_PROBLEM_LENGTH = 1_200;
const MAX_ANSWER_LENGTH = 4_000;

/** An agent's message with fewer letters is a word in between, not an answer. */
const MIN_ANSWER_LETTERS = 40;

/** The text up to a length, ending with a paragraph or else with a word and "…". */
function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length);
  const paragraph = head.lastIndexOf("\n");
  if (paragraph > length / 2) return head.slice(0, paragraph).trim();
  return `${head.slice(0, Math.max(head.lastIndexOf(" "), 1)).trim()} …`;
}

function ownWords({ text }: TicketMessage): string {
  return cleanMessage(text)
    .replace(/^[ \t]*[•·*–] ?(?=\S)/gm, "- ")
    .replace(/^[ \t]*(\d{1,2})[.)] ?(?=\p{L})/gmu, "$1. ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The newest answer of an agent that says something; null when there is none. */
function answerOf(messages: readonly TicketMessage[]): string | null {
  const answers = messages.filter(({ role }) => role === "agent").map(ownWords);
  const answer = answers.findLast((text) => (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_ANSWER_LETTERS);
  return answer === undefined ? null : cutAt(answer, MAX_ANSWER_LENGTH);
}

function problemOf(messages: readonly TicketMessage[]): string {
  const first = messages.find(({ role, text }) => role === "customer" && ownWords({ text } as TicketMessage) !== "");
  return first ? cutAt(ownWords(first), MAX_PROBLEM_LENGTH) : "";
}

/** The last lines of a text may be thanks and who gives them, which is nothing without the name. */
function withoutSigned(text: string, name: string): string {
  const lines = text.trimEnd().split("\n");
  const isSigned = (line: string) => {
    const said = line
      .replace(name, "")
      .replace(/[\s,.!–-]+$/, "")
      .trim();
    return line.trim() === "" || (line.includes(name) && said === "") || isThanks(said) || isSignOff(said);
  };
  while (lines.length > 1 && isSigned(lines.at(-1) ?? "")) lines.pop();
  return lines.join("\n");
}

function withCapital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Its own signs of a heading would break the template's. */
function asBodyText(text: string): string {
  return text.replace(/^#{1,6} +/gm, "");
}

/** Internal notes are left out: they are said among colleagues. */
export function proposeDraft(ticket: Ticket, kind: ArticleKind): { content: ProposedContent; removed: Removed[] } {
  const said = ticket.messages.filter(({ role }) => role === "customer" || role === "agent");
  const problem = problemOf(said);
  const answer = answerOf(said);
  const language = detectLanguage([ticket.subject, problem, answer ?? ""].join("\n")) ?? "en";
  const words = draftLanguageOf(language);
  // Names stand in what is cut off too: in greetings, signatures and notes.
  const texts = ticket.messages.map(({ text }) => text);
  const takeOut = createTakeOut(words, collectNames({ texts, fields: ticket.fields, language: words }));

  const written = (text: string) => withCapital(withoutSigned(takeOut.from(text), `[${LABELS[words].name}]`));
  const parts = { problem: written(problem), answer: written(answer ?? ""), nothing: "" };
  const body = templateOf(kind, words)
    .map(({ heading, from }) => `## ${heading}\n\n${asBodyText(parts[from])}`.trim())
    .join("\n\n");
  const content: ProposedContent = {
    language,
    title: titleOf(takeOut.from(ticket.subject)),
    summary: "",
    bodyHtml: markupToHtml(body),
    replyText: answer === null ? null : parts.answer,
    kind,
    category: [],
    tags: [],
  };
  return { content, removed: takeOut.removed() };
}
