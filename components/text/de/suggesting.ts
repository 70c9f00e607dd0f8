/** The options page: when articles are suggested. */
import type { WholeText } from "../text";

export const suggesting: WholeText["suggesting"] = {
  title: "Vorschläge",
  when: "Wann Artikel vorgeschlagen werden",
  choices: {
    rarely: {
      name: "Selten",
      hint: "Nur wenn einer davon das Ticket sehr wahrscheinlich beantwortet. Oft gibt es dann keinen.",
    },
    balanced: {
      name: "Ausgewogen",
      hint: "Wenn einer davon das Ticket wahrscheinlich beantwortet, und mit einem „vielleicht“, wenn das weniger sicher ist.",
    },
    often: {
      name: "Oft",
      hint: "Sobald einer davon das Ticket beantworten könnte. Öfter passt dann keiner.",
    },
  },
  byPolicy: "Von Ihrer Administration festgelegt",
  saved: "Vorschläge gespeichert.",
};
