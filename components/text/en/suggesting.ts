/** The options page: when articles are suggested. */
import type { SuggestWhen } from "../../../lib/contract/suggest-when";

export const suggesting = {
  title: "Suggestions",
  when: "When articles are suggested",
  choices: {
    rarely: {
      name: "Rarely",
      hint: "Only when one of them very likely answers the ticket. Often there is none.",
    },
    balanced: {
      name: "Balanced",
      hint: "When one of them probably answers the ticket, and with a “maybe” when that is less sure.",
    },
    often: {
      name: "Often",
      hint: "As soon as one of them may answer the ticket. More of them will not fit.",
    },
  } satisfies Record<SuggestWhen, { name: string; hint: string }>,
  byPolicy: "Set by your administrator",
  saved: "Suggestions saved.",
};
