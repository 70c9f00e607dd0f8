/** The options page: how tickets are read, and where. */
import type { WholeText } from "../text";

export const reading: WholeText["reading"] = {
  title: "Lecture des tickets",
  byApi: "Demander à l’API de l’outil de support ce que la page n’affiche pas",
  byApiHint:
    "En lecture seule, avec votre propre session, deux requêtes au plus à chaque ouverture d’un ticket ; le texte reste sur cet ordinateur.",
  byPolicy: "Défini par votre administrateur",
  saved: "Réglage enregistré.",
};

export const hosts: WholeText["hosts"] = {
  title: "Adresses de l’outil de support",
  hint: "Les adresses du type acme.zendesk.com sont déjà reconnues. Si votre équipe utilise sa propre adresse, ajoutez-la.",
  list: "Vos propres adresses",
  allowed: "Autorisée",
  notAllowed: "Non autorisée par le navigateur",
  byPolicy: "Définie par votre administrateur",
  allow: "Autoriser",
  allowOf: (host) => `Autoriser ${host}`,
  allowRefused: "Le navigateur ne l’a pas autorisé. Réessayez, ou autorisez l’adresse sur la page des extensions.",
  remove: "Retirer",
  removeOf: (host) => `Retirer ${host}`,
  removeFailed: "L’adresse n’a pas pu être retirée. Réessayez.",
  removed: (host) => `${host} : adresse retirée.`,
  address: "Adresse",
  addressPlaceholder: "aide.example.com",
  helpdesk: "Outil de support",
  add: "Ajouter",
  adding: "Ajout…",
  addFailed: "L’adresse n’a pas pu être ajoutée. Réessayez.",
  loadFailed: "Les adresses n’ont pas pu être lues. Rechargez cette page.",
  outcomes: {
    added: { title: "Adresse ajoutée.", hint: "Les tickets qui y sont ouverts sont lus dès maintenant." },
    notAHost: { title: "Ce n’est pas une adresse en https.", hint: "Exemple d’adresse attendue : aide.example.com." },
    covered: {
      title: "Cette adresse est déjà reconnue.",
      hint: "Seules les adresses propres à votre équipe sont à ajouter.",
    },
    otherProduct: {
      title: "C’est un autre produit.",
      hint: "Ses adresses ressemblent à celles de Freshdesk, mais ses tickets ne peuvent pas être lus.",
    },
    refused: {
      title: "Le navigateur n’a pas été autorisé à lire cette adresse.",
      hint: "Ajoutez-la de nouveau et acceptez la demande.",
    },
  },
};
