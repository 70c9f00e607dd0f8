import type { Health } from "../state/reading-health";
import type { Text } from "../text/text";

/** `mark`: read, lacking, or absent without harm. `by`: the strategy that read it, null when there is nothing to name. */
export type HealthRow = { mark: "read" | "lacking" | "absent"; words: string; by: string | null };

/** Part for part what was read of the ticket and how. */
export function healthRows({ report, lacking }: Health, text: Text): HealthRow[] {
  const wording = text.health;
  const by = (field: string) => report.readBy[field] ?? null;
  const lacks = (words: string): HealthRow => ({ mark: "lacking", words, by: null });
  const ticket = report.state === "ticket" ? report.ticket : null;
  const messageCount = ticket?.messages.length ?? 0;

  const rows: HealthRow[] = [];
  if (ticket?.subject) rows.push({ mark: "read", words: wording.rows.subject, by: by("subject") });
  else rows.push(lacks(wording.rows.noSubject));
  if (messageCount > 0) rows.push({ mark: "read", words: wording.rows.messages(messageCount), by: by("messages") });
  else if (!lacking.includes("roles")) rows.push(lacks(wording.rows.noMessages));
  for (const part of ["body", "older", "roles"] as const) {
    const words = { body: wording.rows.noBody, older: wording.rows.older, roles: wording.rows.roles }[part];
    if (lacking.includes(part)) rows.push(lacks(words));
  }
  if (ticket) rows.push(...extras(ticket, by, text));
  return rows;
}

/** What a ticket may well do without. */
function extras(
  ticket: { tags: string[]; fields: Record<string, string>; channel: string | null },
  by: (field: string) => string | null,
  text: Text,
): HealthRow[] {
  const wording = text.health;
  const counted = (count: number, some: string, none: string, field: string): HealthRow =>
    count > 0 ? { mark: "read", words: some, by: by(field) } : { mark: "absent", words: none, by: null };
  const fieldCount = Object.keys(ticket.fields).length;
  return [
    counted(ticket.tags.length, wording.rows.tags(ticket.tags.length), wording.rows.noTags, "tags"),
    counted(fieldCount, wording.rows.fields(fieldCount), wording.rows.noFields, "fields"),
    counted(ticket.channel === null ? 0 : 1, wording.rows.channel, wording.rows.noChannel, "channel"),
  ];
}
