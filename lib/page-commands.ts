/**
 * What an extension page may ask of a helpdesk page, one command at a time, and what comes back. The asker parses the
 * answer: it was made in a page that is hostile ground. Content scripts import the types only.
 */
import { z } from "./contract/zod";
import { type Helpdesk, helpdeskSchema, TICKET_LIMITS, ticketSchema } from "./ticket";

const shortTextSchema = z.string().max(TICKET_LIMITS.shortText);

/** What is to be written. Text is plain, with line breaks; a link shows its title. */
export type ReplyContent =
  | { kind: "link"; title: string; url: string }
  | { kind: "text"; text: string }
  | { kind: "quote"; text: string; source: { title: string; url: string | null } };

/**
 * Writes into the reply of one ticket. `isInternal` content asks before it goes where a customer may read it. `origin`
 * is that of the ticket's address, as numbers repeat from account to account; null when it is not known.
 */
export type InsertRequest = {
  helpdesk: z.infer<typeof helpdeskSchema>;
  ticketId: string;
  origin: string | null;
  content: ReplyContent;
  isInternal: boolean;
  /** The agent has been asked and said yes, for a composer of this channel. */
  confirmedFor: ReplyChannel | null;
};

/** Who reads what is written in the composer in front. */
export const replyChannelSchema = z.enum(["public", "note", "unknown"]);
export type ReplyChannel = z.infer<typeof replyChannelSchema>;

/**
 * `otherTicket`: address or page name another ticket. `unsure`: the page does not say clearly which it shows.
 * `noEditor`: no reply editor is open. `didNotHold`: the editor put the text back out. Nothing was changed in the page
 * in any of these.
 */
export const insertAnswerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("inserted"), channel: replyChannelSchema, editor: shortTextSchema }),
  z.object({ outcome: z.literal("askFirst"), channel: replyChannelSchema }),
  z.object({
    outcome: z.literal("notInserted"),
    reason: z.enum(["otherTicket", "unsure", "noEditor", "didNotHold"]),
  }),
]);
export type InsertAnswer = z.infer<typeof insertAnswerSchema>;

/** Takes back what was inserted last into the reply of one ticket, if the reply still is as the insertion left it. */
export type TakeBackRequest = Pick<InsertRequest, "helpdesk" | "ticketId" | "origin">;

/** `changed`: the reply is another, or holds something else by now; it was left as it is. */
export const takeBackAnswerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("takenBack") }),
  z.object({ outcome: z.literal("notTakenBack"), reason: z.enum(["otherTicket", "changed"]) }),
]);
export type TakeBackAnswer = z.infer<typeof takeBackAnswerSchema>;

/** Helpdesks whose API is read; nothing is put into pages of others for it. */
const API_HELPDESKS = ["zendesk", "freshdesk"] as const satisfies Helpdesk[];
export type ApiHelpdesk = (typeof API_HELPDESKS)[number];

/** Whether a helpdesk's API can be a second source of its tickets. */
export function hasApi(helpdesk: Helpdesk): helpdesk is ApiHelpdesk {
  return API_HELPDESKS.some((each) => each === helpdesk);
}

/** Reads the ticket by the helpdesk's own API. `knownUpdatedAt` is the state already at hand, if any. */
export type ApiReadRequest = {
  helpdesk: z.infer<typeof helpdeskSchema>;
  ticketId: string;
  knownUpdatedAt: string | null;
};

/**
 * A ticket as the API tells it. `noteIds` are internal messages: they are told apart, and their text stays behind.
 * Without `isComplete` the helpdesk has messages, notes counted, that were not asked for.
 */
export const apiTicketSchema = z.object({
  updatedAt: shortTextSchema.nullable(),
  ticket: ticketSchema,
  noteIds: z.array(shortTextSchema).max(1_000),
  isComplete: z.boolean(),
});
export type ApiTicket = z.infer<typeof apiTicketSchema>;

/** `refused`: the helpdesk did not answer with a ticket; `retryAfterMs` is its wish to be left alone, null when it has none. */
export const apiReadAnswerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("answered"), answer: apiTicketSchema }),
  z.object({ outcome: z.literal("unchanged") }),
  z.object({ outcome: z.literal("otherTicket") }),
  z.object({
    outcome: z.literal("refused"),
    status: z.int().nullable(),
    retryAfterMs: z.number().nonnegative().nullable(),
  }),
]);
export type ApiReadAnswer = z.infer<typeof apiReadAnswerSchema>;

/** Asks for the structure of the page as the reader sees it: selectors and counts, never text. */
export type DiagnoseRequest = { helpdesk: z.infer<typeof helpdeskSchema> };

export const diagnosisSchema = z.object({
  helpdesk: helpdeskSchema,
  /** The address with digits replaced: `/agent/tickets/{n}`. */
  addressShape: shortTextSchema,
  isTicketAddress: z.boolean(),
  /** The page-reader update at hand: whether it is in use, and if not, why. */
  update: z
    .object({ version: z.int(), state: z.enum(["used", "refused"]), problem: shortTextSchema.nullable() })
    .nullable(),
  /** Per field the strategies in order, how many elements each finds in the ticket, and whether its value was taken. */
  fields: z
    .array(
      z.object({
        field: shortTextSchema,
        strategies: z
          .array(
            z.object({
              name: shortTextSchema,
              lastSeen: shortTextSchema,
              selector: shortTextSchema,
              found: z.int().nonnegative(),
              isUsed: z.boolean(),
            }),
          )
          .max(100),
      }),
    )
    .max(30),
  /** How many messages of each role were read. */
  roles: z.record(shortTextSchema, z.int().nonnegative()),
  /** Facts about the page: its language, frames, open shadow roots, state of loading. */
  page: z.record(shortTextSchema, z.union([shortTextSchema, z.number(), z.boolean()])),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;

/** What the script that is put into a page on demand can do. */
export type PageTools = {
  insert(request: InsertRequest): Promise<InsertAnswer>;
  takeBack(request: TakeBackRequest): Promise<TakeBackAnswer>;
  readByApi(request: ApiReadRequest): Promise<ApiReadAnswer>;
  diagnose(request: DiagnoseRequest): Promise<Diagnosis>;
};
