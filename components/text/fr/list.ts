/** The ticket the list is about, and the words that matched it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const ticket: Text["ticket"] = {
  suggestions: counted({ one: "# suggestion", other: "# suggestions" }),
  announced: (count, ticketId) => `${count} pour le ticket #${ticketId}`,
  maybe: counted({ one: "Peut-être cet article", other: "Peut-être l’un de ces articles" }),
  announcedMaybe: (count, ticketId) => `Sans certitude : ${count} pour le ticket #${ticketId}`,
  reading: "Lecture du ticket…",
  noHelpdesk: "Aucun ticket affiché",
  noHelpdeskHint:
    "Ouvrez un ticket dans votre outil de support : les articles utiles s’affichent ici. La recherche reste disponible à tout moment.",
  noTicket: (helpdesk) => `Aucun ticket ouvert dans ${helpdesk}`,
  noTicketHint: "Ouvrez un ticket : les articles utiles s’affichent ici.",
  unreadable: "Ce ticket n’a pas pu être lu",
  unreadableHint: (parts) =>
    `Introuvable dans la page : ${parts}. Rechargez le ticket ou utilisez la recherche ci-dessus.`,
  unreadableHintPlain: "Rechargez le ticket ou utilisez la recherche ci-dessus.",
  parts: {
    subject: "l’objet",
    messages: "les messages",
    tags: "les tags",
    fields: "les champs",
    channel: "le canal",
  },
  newer: "Nouvelles suggestions",
  newerHint: "Afficher les nouvelles suggestions (n)",
  newerAnnounced: "De nouvelles suggestions sont arrivées. Appuyez sur n pour les voir.",
  failed: "Impossible de proposer des articles",
  tryAgain: "Réessayer",
  nothingFits: "Aucun article ne correspond à ce ticket",
  nothingFitsHint:
    "Rien d’assez proche dans votre base de connaissances. Recherchez avec d’autres mots, ou signalez un article manquant.",
  searchInstead: "Rechercher un article",
  nothingFitsWithout: "Sans les mots que vous avez écartés, aucun article ne correspond.",
  libraryEmpty: "Pas encore d’articles",
  libraryEmptyHint:
    "Votre équipe n’a encore publié aucun article pour vous. Les articles s’afficheront ici dès leur publication.",
  libraryFilling: "Les premiers articles arrivent",
  libraryFillingHint: "Les suggestions s’affichent au fur et à mesure.",
};

export const terms: Text["terms"] = {
  matched: "Mots trouvés",
  drop: (term) => `Écarter « ${term} » et relancer`,
  dropped: "Sans :",
  restore: "Rétablir",
  why: "Pourquoi ?",
  whyArticle: "Pourquoi cet article ?",
  places: {
    title: "dans le titre",
    headings: "dans un intertitre",
    tags: "dans les tags",
    body: "dans le texte",
    learned: "appris de tickets précédents",
    synonym: "par un synonyme",
  },
  rest: "autres mots, leur ordre, tickets précédents",
  ofMatch: (percent) => `${percent} du score`,
};
