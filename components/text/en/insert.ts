/** Writing into the reply beside the panel. */

export const insert = {
  link: "Insert link into the reply",
  answer: "Insert answer",
  quote: "Quote the selected text in the reply",
  quoteNothing: "To quote, first select text in the article.",
  noTicket: "To insert, first open a ticket.",
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
    noEditor: "No reply is open.",
    didNotHold: "The editor did not take it.",
    unreachable: "The ticket’s page cannot be reached.",
    copiedInstead: "Nothing was inserted.",
    otherTicket: "Another ticket is in front now. Nothing was inserted.",
  },
  copied: (keys: string) => `Copied: paste it with ${keys}.`,
  notCopied: "It could not be copied either: select the text and copy it yourself.",
};
