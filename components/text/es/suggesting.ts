/** The options page: when articles are suggested. */
import type { WholeText } from "../text";

export const suggesting: WholeText["suggesting"] = {
  title: "Sugerencias",
  when: "Cuándo se sugieren artículos",
  choices: {
    rarely: {
      name: "Rara vez",
      hint: "Solo cuando es muy probable que uno de ellos responda al ticket. A menudo no hay ninguno.",
    },
    balanced: {
      name: "Equilibrado",
      hint: "Cuando es probable que uno de ellos responda al ticket, y con un «quizá» cuando es menos seguro.",
    },
    often: {
      name: "A menudo",
      hint: "En cuanto uno de ellos pueda responder al ticket. Habrá más que no encajen.",
    },
  },
  byPolicy: "Establecido por su administrador",
  saved: "Sugerencias guardadas.",
};
