/** Writing into the reply beside the panel. */
import type { TicketMarkKind } from "../../../lib/worker/protocol/ticket-marks";

export const insert = {
  link: "Insert link into the reply",
  answer: "Insert answer",
  quote: "Quote the selected text in the reply",
  quoteNothing: "To quote, first select text in the article.",
  noTicket: "To insert, first open a ticket.",
  unreadable: "This ticket could not be read, so nothing is inserted into its page.",
  noAddress: "No link to insert: this article has no public address.",
  working: "Inserting…",
  inserted: "Inserted",
  insertedNote: "Inserted into the internal note",
  askPublic: "This article is internal, and the customer can read this reply.",
  askUnknown: "This article is internal, and Souffleur cannot tell who will read this reply.",
  anyway: "Insert anyway",
  copyInstead: "Copy instead",
  cancel: "Cancel",
  dismiss: "Close this message",
  reasons: {
    unsure: "The page does not say clearly which ticket it shows.",
    noEditor: "No reply is open.",
    didNotHold: "The editor did not take it.",
    unreachable: "The ticket’s page cannot be reached.",
    copiedInstead: "Nothing was inserted.",
    gone: "This article is no longer in your library. Nothing was inserted.",
    otherTicket: "Another ticket is in front now. Nothing was inserted.",
  },
  copied: (keys: string) => `Copied: paste it with ${keys}.`,
  undo: "Undo",
  undoOf: (title: string) => `Take “${title}” out of the reply again`,
  takenBack: "Taken out of the reply again",
  notTakenBack: (keys: string) =>
    `Left as it is, because the reply has changed since. In the reply, ${keys} undoes step by step.`,
  marks: {
    linked: (moment: string) => `Linked ${moment}`,
    inserted: (moment: string) => `Inserted ${moment}`,
    quoted: (moment: string) => `Quoted ${moment}`,
    copied: (moment: string) => `Copied ${moment}`,
  } satisfies Record<TicketMarkKind, (moment: string) => string>,
  marksHint: "Done on this ticket, from this computer",
  notCopied: "It could not be copied either: select the text and copy it yourself.",
};
