/** Notices of the team. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const notice: Text["notice"] = {
  title: "Annonces pour ce ticket",
  severities: { info: "Bon à savoir", important: "Important", critical: "Critique" },
  since: (day, kind) => {
    if (kind === "date") return `Depuis le ${day}`;
    return kind === "weekday" ? `Depuis ${day} dernier` : `Depuis ${day}`;
  },
  from: (day, kind) => {
    if (kind === "date") return `À partir du ${day}`;
    return `À partir ${/^[aeiouyh]/i.test(day) ? "d’" : "de "}${day}`;
  },
  quoted: (words) => `« ${words} »`,
  because: (cues) => `Affichée en raison de ${cues}`,
  changed: "Modifiée depuis votre lecture",
  speaksOf: "Voir l’annonce ci-dessus",
  condition: "Condition :",
  more: "Lire la suite",
  less: "Réduire",
  understood: "Compris",
  notHere: "Pas pour ce ticket",
  mute: "Masquer jusqu’à modification",
  handled: {
    understood: (title) => `Compris : ${title}`,
    aside: (title) => `Écartée pour ce ticket : ${title}`,
    muted: (title) => `Masquée jusqu’à modification : ${title}`,
  },
  undo: "Annuler",
  notSaved: "L’enregistrement n’a pas abouti. Réessayez.",
  others: counted({ one: "# autre annonce", other: "# autres annonces" }),
  fewer: "Afficher moins",
  all: (count) => `Toutes les annonces (${count})`,
  announced: (title) => `Annonce critique : ${title}`,
  keys: { understood: "Marquer l’annonce comme comprise", notHere: "Écarter l’annonce pour ce ticket" },
  pageTitle: "Toutes les annonces",
  pageHint: "Annonces en vigueur, de la plus récente à la plus ancienne.",
  none: "Aucune annonce en ce moment",
  failed: "Les annonces n’ont pas pu être lues",
  published: (ago) => `Publiée ${ago}`,
  states: { understood: "Lue et comprise", muted: "Masquée", aside: "Écartée pour ce ticket" },
  showAgain: "Afficher de nouveau",
  badge: {
    count: counted({ one: "# annonce", other: "# annonces" }),
    title: (count, ticketId, first) => `${count} pour le ticket #${ticketId} : ${first}`,
  },
};
