/** The options page: how tickets are read, and where. */
import type { AddHostOutcome } from "../../../lib/browser/helpdesk-hosts";

export const reading = {
  title: "Reading tickets",
  byApi: "Ask the helpdesk’s own API for what the page does not show",
  byApiHint:
    "Only reading, with your own login, at most two requests each time you open a ticket; the text stays on this machine.",
  byPolicy: "Set by your administrator",
  saved: "Saved.",
};

export const hosts = {
  title: "Helpdesk addresses",
  hint: "Addresses such as acme.zendesk.com are read anyway. Add one if your team uses an address of its own.",
  list: "Your own addresses",
  allowed: "Allowed",
  notAllowed: "Not allowed by the browser",
  byPolicy: "Set by your administrator",
  allow: "Allow",
  allowOf: (host: string) => `Allow ${host}`,
  allowRefused: "The browser did not allow it. Try again, or allow it on the browser’s extensions page.",
  remove: "Remove",
  removeOf: (host: string) => `Remove ${host}`,
  removeFailed: "It could not be removed. Try again.",
  removed: (host: string) => `${host} removed.`,
  address: "Address",
  addressPlaceholder: "help.example.com",
  helpdesk: "Helpdesk",
  add: "Add",
  adding: "Adding…",
  addFailed: "It could not be added. Try again.",
  loadFailed: "The addresses could not be read. Reload this page.",
  outcomes: {
    added: { title: "Added.", hint: "Tickets that are open there are read from now on." },
    notAHost: { title: "This is not an https address.", hint: "Expected is one like help.example.com." },
    covered: { title: "This address is read anyway.", hint: "Only addresses of your own need to be added." },
    otherProduct: {
      title: "This is another product.",
      hint: "Its addresses look like Freshdesk’s, but its tickets cannot be read.",
    },
    refused: { title: "The browser was not allowed to read this address.", hint: "Add it again and agree when asked." },
  } satisfies Record<AddHostOutcome, { title: string; hint: string }>,
};
