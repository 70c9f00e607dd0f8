/** The options page: when articles are suggested. */
import type { WholeText } from "../text";

export const suggesting: WholeText["suggesting"] = {
  title: "Suggestions",
  when: "Quand suggérer des articles",
  choices: {
    rarely: {
      name: "Rarement",
      hint: "Seulement si un article répond très probablement au ticket. Souvent, rien n’est suggéré.",
    },
    balanced: {
      name: "Équilibré",
      hint: "Si l’un d’eux répond probablement au ticket, avec un « peut-être » quand c’est moins sûr.",
    },
    often: {
      name: "Souvent",
      hint: "Dès qu’un article peut convenir. Davantage de suggestions seront à côté.",
    },
  },
  byPolicy: "Défini par votre administrateur",
  saved: "Réglage des suggestions enregistré.",
};
