/** The options page: when articles are suggested. */
import type { WholeText } from "../text";

export const suggesting: WholeText["suggesting"] = {
  title: "Suggestions",
  when: "Quand des articles sont suggérés",
  choices: {
    rarely: {
      name: "Rarement",
      hint: "Seulement si l’un d’eux répond très probablement au ticket. Souvent, il n’y en a aucun.",
    },
    balanced: {
      name: "Équilibré",
      hint: "Si l’un d’eux répond probablement au ticket, avec un « peut-être » quand c’est moins sûr.",
    },
    often: {
      name: "Souvent",
      hint: "Dès que l’un d’eux peut répondre au ticket. Ils seront plus nombreux à ne pas convenir.",
    },
  },
  byPolicy: "Défini par votre administrateur",
  saved: "Réglage des suggestions enregistré.",
};
