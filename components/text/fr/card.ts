/** An article in a list, and what can be done with it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const card: Text["card"] = {
  list: "Articles suggérés",
  searchList: "Résultats de la recherche",
  kinds: {
    "how-to": "Guide",
    troubleshooting: "Dépannage",
    policy: "Règle",
    faq: "FAQ",
    reference: "Référence",
  },
  audiences: { public: "Public", internal: "Interne" },
  audienceHints: {
    public: "Les clients peuvent voir cet article",
    internal: "Réservé aux agents, pas pour les clients",
  },
  language: (name) => `Langue : ${name}`,
  otherLanguage: (name) => `Langue : ${name}, différente de celle du ticket`,
};

export const trust: Text["trust"] = {
  verified: (ago) => `Vérifié ${ago}`,
  verifiedBy: (ago, owner) => `Vérifié ${ago} par ${owner}`,
  due: (timeSpan) => `Non vérifié depuis ${timeSpan}`,
  neverVerified: "Jamais vérifié",
  openFlags: counted({ one: "# signalement en cours", other: "# signalements en cours" }),
  behind: (versions, language) => `${versions} de retard sur l’original (${language.toLocaleLowerCase("fr")})`,
  versions: counted({ one: "# version", other: "# versions" }),
};

export const copy: Text["copy"] = {
  link: "Copier le lien",
  copied: "Copié",
  failed: "Non copié. Sélectionnez le texte et copiez-le vous-même.",
  noAddress: {
    public: "Pas de lien à copier : cet article n’a pas d’adresse publique.",
    internal: "Pas de lien à copier : cet article est interne.",
  },
};

export const flag: Text["flag"] = {
  flag: "Signaler une erreur",
  flagged: "Signalé",
  details: "Afficher votre signalement",
  undo: "Annuler",
  undoIn: counted({ one: "Annulation possible pendant # seconde", other: "Annulation possible pendant # secondes" }),
  undone: "Signalement annulé",
  states: { queued: "En attente d’envoi", sent: "Envoyé", refused: "Refusé" },
  refused: (detail) => `Refusé par le serveur : ${detail}`,
  refusedPlain: "Refusé par le serveur. Signalez de nouveau, ou prévenez le responsable de la base.",
  question: "Qu’est-ce qui ne va pas ? (facultatif)",
  reasons: { incorrect: "Inexact", outdated: "Périmé", confusing: "Confus", incomplete: "Incomplet" },
  word: "En un mot (facultatif)",
  wordPlaceholder: "Par exemple : les frais sont de 12 €",
  save: "Enregistrer",
  done: "Terminé",
  edit: "Préciser",
  saved: "Enregistré",
  notSaved: "Le signalement n’a pas pu être enregistré. Réessayez.",
  tooLate: "Trop tard pour annuler : le signalement est parti.",
};
