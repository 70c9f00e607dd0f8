/** How well the ticket was read, and the state in which the browser withholds it. */
import { createCounted } from "../counted";

const counted = createCounted("en");

export const health = {
  well: "Ticket read",
  partlyRead: "Partly read",
  partly: (parts: string) => `Partly read: ${parts}`,
  notRead: "Not read",
  details: "How this ticket was read",
  lacking: {
    subject: "subject missing",
    messages: "messages missing",
    body: "message text missing",
    older: "older messages missing",
    roles: "some messages withheld",
  },
  rows: {
    subject: "Subject",
    noSubject: "No subject found",
    messages: counted({ one: "# message", other: "# messages" }),
    noMessages: "No messages found",
    noBody: "Message text not found",
    older: "Older messages are not on the page: show them in the ticket.",
    roles: "Some messages withheld: author unclear",
    tags: counted({ one: "# tag", other: "# tags" }),
    noTags: "No tags",
    fields: counted({ one: "# field", other: "# fields" }),
    noFields: "No fields",
    channel: "Channel",
    noChannel: "No channel",
  },
  byApi: "read by the helpdesk’s API",
  by: (strategy: string) => `Found by: ${strategy}`,
  copy: "Copy diagnostics",
  copyHint: "For your administrator. It holds no text, no name and no ticket number.",
  outcomes: {
    copied: "Diagnostics copied.",
    copiedWithoutPage: "The page could not be reached: copied what the panel knows.",
    failed: "The diagnostics could not be copied. Try again.",
  },
};

export const access = {
  lost: (name: string) => `The browser does not let Souffleur read ${name}`,
  hint: "Tickets there cannot be read until you allow it. Searching still works.",
  hosts: "Addresses",
  allow: "Allow",
  refused:
    "The browser did not allow it. Open the browser’s extensions page, choose Souffleur and let it read these addresses.",
  allowed: "Allowed. The ticket appears in a moment.",
};
